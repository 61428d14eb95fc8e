import { and, asc, count, eq, gte, lt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { handoff } from "@/db/schema/handoff";
import { authorize } from "@/lib/access/permissions";
import type { Actor } from "@/lib/access/viewer";
import type { Snapshot } from "@/lib/handoff/snapshot";
import { cutPage, type Position } from "../cursor";
import { recordedUntil } from "../recorded/queries";

/** A handoff by its id, with what the rep was given. */
export type HandoffRecord = { id: string; snapshot: Snapshot };

/**
 * One page of handoffs in the order in which they were kept, so that a reader who asks again for those
 * `since` (inclusive) the latest it saw misses none: it ends before what is being kept meanwhile.
 */
export async function handoffPage(
  actor: Actor,
  since: Date | undefined,
  limit: number,
  after: Position | undefined,
): Promise<{ records: HandoffRecord[]; total: number; nextCursor: string | null }> {
  authorize(actor, "see every lead");
  const kept = lt(handoff.recordedAt, await recordedUntil(actor));
  const wanted = and(kept, since && gte(handoff.recordedAt, since.toISOString()));
  const beyond =
    after &&
    sql`(${handoff.recordedAt}, ${handoff.id}) > (${after.at}::timestamptz, ${after.id}::uuid)`;
  const { id, snapshot, recordedAt } = handoff;
  const read = await db
    .select({ id, snapshot, recordedAt })
    .from(handoff)
    .where(and(wanted, beyond))
    .orderBy(asc(recordedAt), asc(id))
    .limit(limit + 1);
  const [counted] = await db.select({ total: count() }).from(handoff).where(wanted);
  const { rows, nextCursor } = cutPage(read, limit);
  return { records: rows, total: counted?.total ?? 0, nextCursor };
}

/** The handoff with an id, or null. */
export async function handoffRecord(actor: Actor, id: string): Promise<HandoffRecord | null> {
  authorize(actor, "see every lead");
  const [found] = await db
    .select({ id: handoff.id, snapshot: handoff.snapshot })
    .from(handoff)
    .where(eq(handoff.id, id));
  return found ?? null;
}
