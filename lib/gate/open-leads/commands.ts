import { and, asc, gt, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { lead } from "@/db/schema/lead";
import type { SystemActor } from "@/lib/access/viewer";
import { processLeads } from "../commands";
import { WITHOUT_A_REP } from "../status";

/** Leads judged in one transaction. */
const BATCH = 100;
/** Before every lead's id. */
const FIRST = "00000000-0000-0000-0000-000000000000";

/**
 * Judges the next of the leads whom no rep has, in the order of their ids; answers the last of their
 * ids, null where none was left. What was handed off keeps its snapshot (G.7).
 */
export async function judgeNextOpen(
  tx: Transaction,
  actor: SystemActor,
  afterId: string | undefined,
  now: Date,
): Promise<string | null> {
  const rows = await tx
    .select({ id: lead.id })
    .from(lead)
    .where(and(inArray(lead.status, [...WITHOUT_A_REP]), gt(lead.id, afterId ?? FIRST)))
    .orderBy(asc(lead.id))
    .limit(BATCH);
  const ids = rows.map(({ id }) => id);
  await processLeads(tx, actor, ids, now);
  return ids.at(-1) ?? null;
}
