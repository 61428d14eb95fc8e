import { transaction } from "@/db/client";
import { copyLeads } from "@/db/seed/large/copies";
import type { Viewer } from "@/lib/access/viewer";
import { release } from "@/lib/gate/commands";
import { aLead, document } from "./leads";

/**
 * So many leads that were handed off: one through the product, the rest its copies, which pass the
 * gate's trigger as well, all of them at `now`. Somebody with the role of a rep must be there to
 * get them.
 */
export async function handedOff(ops: Viewer, leads: number, now: Date): Promise<void> {
  // The address that a person confirms for them, which is what a copy changes.
  const leadId = await aLead(now, { email: "ingrid.solberg@nordlys.example" });
  await document(ops, leadId, now);
  const outcome = await release(ops, { leadId }, now);
  if (!outcome.ok) throw new Error(outcome.reason);
  await transaction((tx) => copyLeads(tx, { leads, activities: 0, days: 1 }, () => {}));
}
