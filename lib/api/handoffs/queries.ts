import { and, asc, count, eq, gte, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { handoff } from "@/db/schema/handoff";
import { authorize } from "@/lib/access/permissions";
import type { Actor } from "@/lib/access/viewer";
import type { Snapshot } from "@/lib/handoff/snapshot";
import type { Position } from "../cursor";

/** A handoff by its id, with what the rep was given. */
export type HandoffRecord = { id: string; snapshot: Snapshot };

/** One page of handoffs in the order of routing; `since` is inclusive. */
export async function handoffPage(
  actor: Actor,
  since: Date | undefined,
  limit: number,
  after: Position | undefined,
): Promise<{ records: HandoffRecord[]; total: number; more: boolean }> {
  authorize(actor, "see every lead");
  const wanted = since && gte(handoff.routedAt, since);
  const beyond =
    after &&
    sql`(${handoff.routedAt}, ${handoff.id}) > (${after.at}::timestamptz, ${after.id}::uuid)`;
  const rows = await db
    .select({ id: handoff.id, snapshot: handoff.snapshot })
    .from(handoff)
    .where(and(wanted, beyond))
    .orderBy(asc(handoff.routedAt), asc(handoff.id))
    .limit(limit + 1);
  const [counted] = await db.select({ total: count() }).from(handoff).where(wanted);
  return { records: rows.slice(0, limit), total: counted?.total ?? 0, more: rows.length > limit };
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
