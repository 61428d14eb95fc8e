import type { Rerouting } from "@/lib/routing/rerouting";

/** Whose a lead was last: whether they can still sign in, and work on it, and whether they sent it back. */
export type LastOwner = {
  id: string;
  name: string;
  active: boolean;
  hasLeft: boolean;
  sentBack: boolean;
};

function whyAnew({ name, active, hasLeft, sentBack }: LastOwner): string | null {
  if (sentBack) return `${name} sent it back.`;
  const why = active ? "is no rep any more" : "has no access any more";
  return hasLeft ? `${name} ${why}.` : null;
}

/** True where a lead is no longer with whoever had it last, so that another rep is looked for. */
export const isToGoOn = (last: LastOwner): boolean => whyAnew(last) !== null;

/**
 * In which ways a lead is routed anew, each for where nobody can take it in the one before: beside
 * everybody who has had it, beside the last of them, and to anybody, last of all to whoever had it and
 * sent it back (Q.5). None where it is by the rules alone.
 */
export function waysAnew(last: LastOwner, owners: readonly string[]): Rerouting[] {
  const because = whyAnew(last);
  if (!because) return [];
  const beside = owners.length > 1 ? [owners, [last.id]] : [owners];
  const ways = beside.map((notTo): Rerouting => ({ notTo, because }));
  const lastTo = [last.id, ...owners.filter((id) => id !== last.id)];
  const nobody = `${last.name} sent it back, and nobody else can take it.`;
  return [...ways, { notTo: [], lastTo, because: last.sentBack ? nobody : because }];
}
