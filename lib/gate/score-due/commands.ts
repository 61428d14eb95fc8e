import { asc, eq, lte } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { lead } from "@/db/schema/lead";
import type { SystemActor } from "@/lib/access/viewer";
import { HOUR } from "@/lib/platform/durations";
import { log } from "@/lib/platform/log";
import { processLeads } from "../commands";

/** Leads judged in one transaction. */
const BATCH = 100;

async function dueLeads(tx: Transaction, now: Date, limit: number): Promise<string[]> {
  const rows = await tx
    .select({ id: lead.id })
    .from(lead)
    .where(lte(lead.scoreDueAt, now))
    .orderBy(asc(lead.scoreDueAt))
    .limit(limit)
    .for("update", { skipLocked: true });
  return rows.map(({ id }) => id);
}

const judgeBatch = (actor: SystemActor, now: Date, limit: number) =>
  transaction(async (tx) => {
    const ids = await dueLeads(tx, now, limit);
    await processLeads(tx, actor, ids, now, { byTime: true });
    return ids.length;
  });

/** One after the other, so that one that cannot be judged keeps nobody else from it. */
async function judgeSingly(actor: SystemActor, now: Date): Promise<number> {
  for (let judged = 0; judged < BATCH; judged += 1) {
    const [id] = await transaction((tx) => dueLeads(tx, now, 1));
    if (!id) return judged;
    const tried = transaction((tx) => processLeads(tx, actor, [id], now, { byTime: true }));
    await tried.catch(async (err: unknown) => {
      log().error({ err, lead: id }, "A lead's score could not be brought up to date");
      const later = new Date(now.getTime() + HOUR);
      await transaction((tx) => tx.update(lead).set({ scoreDueAt: later }).where(eq(lead.id, id)));
    });
  }
  return BATCH;
}

/**
 * Judges a batch of the leads whose score time alone has changed, those first that wait longest,
 * and whoever was due while nothing ran. Answers how many; 0 when none is due. Safe to run side by
 * side and again: each lead that was judged is due later. What was handed off keeps its snapshot
 * (G.7).
 */
export async function judgeDue(actor: SystemActor, now: Date): Promise<number> {
  return judgeBatch(actor, now, BATCH).catch((err: unknown) => {
    log().warn({ err }, "A batch of due scores failed; its leads are judged one by one");
    return judgeSingly(actor, now);
  });
}
