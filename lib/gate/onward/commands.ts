import type { Transaction } from "@/db/client";
import type { Actor } from "@/lib/access/viewer";
import type { Judged, Release } from "../commands";
import type { KeptDecision } from "../elsewhere/decision";
import { waysAnew } from "../leavers/last-owner";
import { lastOwner, ownersSoFar } from "../leavers/queries";
import { route } from "../routing/commands";

/**
 * Routes a lead. One that was sent back, or whose rep has left, goes to whoever has not had it yet,
 * as long as anybody can take it, however it comes to be routed again (Q.5). Answers the handoff's
 * id, or null where there is nobody.
 */
export async function routeOnward(
  tx: Transaction,
  actor: Actor,
  one: Pick<Judged, "file" | "assessment">,
  by: Parameters<typeof route>[3],
  release: Release | KeptDecision = "by rules",
): Promise<string | null> {
  const { id, routing } = one.file;
  const last = routing && isOpenToAll(release) ? await lastOwner(tx, actor, id) : null;
  const ways = last ? waysAnew(last, await ownersSoFar(tx, actor, id)) : [];
  if (ways.length === 0) return route(tx, actor, one, by, release);
  for (const way of ways) {
    const told = typeof release === "object" ? release : {};
    const handoffId = await route(tx, actor, one, by, {
      ...way,
      ...told,
      notTo: way.notTo,
      lastTo: way.lastTo,
    });
    if (handoffId) return handoffId;
  }
  return null;
}

/** True where nobody is excluded by whoever releases the lead; our own rules may serve for a kept decision. */
const isOpenToAll = (release: Release | KeptDecision): boolean =>
  release === "by rules" || "decidedBy" in release || ("notTo" in release && !release.notTo.length);
