import { and, asc, inArray, isNull, lt, or } from "drizzle-orm";
import { transaction } from "@/db/client";
import { lead } from "@/db/schema/lead";
import type { SystemActor } from "@/lib/access/viewer";
import { processLeads } from "../commands";
import { standardAt } from "../queries";

/** Leads judged anew in one transaction. */
const BATCH = 100;

/**
 * Judges anew, by the standard in force, a batch of the leads that an earlier version judged last
 * and that no rep was given (D.2): a stricter one holds them, a looser one lets them go. Answers
 * how many; 0 when all are done. Safe to run side by side and again. What was handed off is never
 * judged again (G.7).
 */
export async function judgeAnew(actor: SystemActor, now: Date): Promise<number> {
  return transaction(async (tx) => {
    const { version } = await standardAt(now, tx);
    const rows = await tx
      .select({ id: lead.id })
      .from(lead)
      .where(
        and(
          // One that was captured only is judged soon for the first time, by what is in force then.
          inArray(lead.status, ["pending_enrichment", "ready"]),
          or(lt(lead.standardVersion, version), isNull(lead.standardVersion)),
        ),
      )
      .orderBy(asc(lead.id))
      .limit(BATCH)
      .for("update", { skipLocked: true });
    const ids = rows.map(({ id }) => id);
    await processLeads(tx, actor, ids, now);
    return ids.length;
  });
}
