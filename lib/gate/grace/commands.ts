import { and, asc, eq, lte } from "drizzle-orm";
import { transaction } from "@/db/client";
import { lead } from "@/db/schema/lead";
import type { SystemActor } from "@/lib/access/viewer";
import { processLeads } from "../commands";

/** Leads judged in one transaction. */
const BATCH = 100;

/**
 * Judges the leads whose grace has ended, so that they go out with the draft (G.5). One that no rep
 * can take stays due. Safe to run side by side and again. Answers how many were judged.
 */
export async function endGrace(actor: SystemActor, now: Date): Promise<number> {
  return transaction(async (tx) => {
    const due = await tx
      .select({ id: lead.id })
      .from(lead)
      .where(and(eq(lead.status, "ready"), lte(lead.graceEndsAt, now)))
      .orderBy(asc(lead.graceEndsAt))
      .limit(BATCH)
      .for("update", { skipLocked: true });
    const ids = due.map(({ id }) => id);
    await processLeads(tx, actor, ids, now);
    return ids.length;
  });
}
