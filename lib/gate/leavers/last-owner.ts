import type { Rerouting } from "@/lib/routing/owner";

/** Whose a lead was last: whether they can still work on it, and whether they sent it back. */
export type LastOwner = { id: string; name: string; hasLeft: boolean; sentBack: boolean };

/** Why and beside whom a lead is routed anew; null where it is by the rules alone. */
export function anewAfter({ id, name, hasLeft, sentBack }: LastOwner): Rerouting | null {
  if (sentBack) return { notTo: [id], because: `${name} sent it back.` };
  if (hasLeft) return { notTo: [id], because: `${name} has no access any more.` };
  return null;
}
