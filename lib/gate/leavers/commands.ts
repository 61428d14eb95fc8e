import { db } from "@/db/client";
import { type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { releaseAs } from "../commands";
import { leaversWithLeads, openLeadsOf } from "./queries";

/** Leads moved in one go: what one waits for. */
const BATCH = 100;

/**
 * Routes the open leads anew of somebody who has no access any more, tried or not, by the rules; each
 * handoff that they had stays theirs. At most a hundred at a time: `left` says how many still wait.
 */
export async function moveOpenLeads(
  viewer: Viewer,
  { personId }: { personId: string },
  now: Date,
): Promise<Outcome<{ moved: number; left: number }>> {
  authorize(viewer, "settle fallbacks");
  const leavers = await leaversWithLeads(viewer);
  if (!leavers.some((one) => one.personId === personId)) {
    return refused("Nobody without access has leads any more.");
  }
  const leadIds = await openLeadsOf(db, viewer, personId);
  let moved = 0;
  let why = "";
  for (const leadId of leadIds.slice(0, BATCH)) {
    const outcome = await releaseAs(viewer, leadId, "by rules", now);
    if (outcome.ok) moved += 1;
    else why = outcome.reason;
  }
  if (moved === 0) return refused(`None was moved. ${why}`);
  return { ok: true, value: { moved, left: leadIds.length - moved } };
}
