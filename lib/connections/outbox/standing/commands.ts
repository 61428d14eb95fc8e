import { and, eq, gt, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { db, type Transaction, transaction } from "@/db/client";
import { connection } from "@/db/schema/connection";
import { crm, crmRecord, outgoing } from "@/db/schema/outgoing";
import { routingElsewhere } from "@/db/schema/routing-elsewhere";
import { done, type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Actor, SystemActor, Viewer } from "@/lib/access/viewer";
import { BULK_MOST } from "@/lib/platform/bulk";
import { DAY } from "@/lib/platform/durations";
import { record } from "@/lib/platform/history";
import type { CrmSystem } from "../../crm/crm";
import { sendSoon } from "../commands";

/** Gives a new connection the map that its system begins with; the CRM is asked about it at first use. */
export async function addCrm(
  tx: Transaction,
  { firstMap }: Pick<CrmSystem, "firstMap">,
  connectionId: string,
): Promise<void> {
  const entries = firstMap.map((entry) => ({ ...entry, field: null }));
  await tx.insert(crm).values({ connectionId, entries });
}

/**
 * Ends what goes out by a connection that is removed: what still waits is not sent, and its map and
 * what was read of its records are forgotten. What the CRM was given stays there, and why a try was in
 * vain is told still.
 */
export async function forgetCrm(tx: Transaction, connectionId: string, now: Date): Promise<void> {
  const { state, tries } = outgoing;
  const before = sql`case when ${tries} > 0 then coalesce(${outgoing.words} || ' ', '') else '' end`;
  const words = sql`${before} || 'The connection was removed.'`;
  await tx
    .update(outgoing)
    .set({ state: "dropped", settledAt: now, words })
    .where(and(eq(outgoing.connectionId, connectionId), inArray(state, ["waiting", "failed"])));
  await tx.delete(routingElsewhere).where(eq(routingElsewhere.connectionId, connectionId));
  await tx.delete(crmRecord).where(eq(crmRecord.connectionId, connectionId));
  await tx.delete(crm).where(eq(crm.connectionId, connectionId));
}

/** With as many tries before it as what is new; its place among its lead’s rows stays. */
export const anew = (now: Date) =>
  ({ state: "waiting", tries: 0, dueAt: now, settledAt: null, cause: null }) as const;

/** Sends again what a CRM did not take, once somebody has mended why. */
export async function retryOutgoing(
  actor: Actor,
  { outgoingId: id }: { outgoingId: string },
  now: Date,
): Promise<Outcome> {
  authorize(actor, "document leads");
  return transaction(async (tx) => {
    const [row] = await tx.select().from(outgoing).where(eq(outgoing.id, id)).for("update");
    if (!row) return refused("This is no longer kept.");
    if (row.state === "sent") return refused("It arrived meanwhile.");
    if (row.state === "dropped") return refused(row.words ?? "It is not sent any more.");
    await tx.update(outgoing).set(anew(now)).where(eq(outgoing.id, id));
    await sendSoon(tx, [row.connectionId]);
    await record(tx, actor, [
      {
        at: now,
        verb: "retried what goes out",
        subject: "lead",
        subjectId: row.leadId,
        after: { kind: row.kind },
      },
    ]);
    return done;
  });
}

/** Retries everything that a CRM did not take yet, up to 500 at a time (M.2). */
export async function retryAllOutgoing(
  viewer: Viewer,
  connectionId: string,
  now: Date,
): Promise<Outcome<{ retried: number }>> {
  authorize(viewer, "document leads");
  return transaction(async (tx) => {
    const { state, tries } = outgoing;
    const stuck = or(eq(state, "failed"), and(eq(state, "waiting"), gt(tries, 0)));
    const rows = await tx
      .select({ id: outgoing.id })
      .from(outgoing)
      .innerJoin(connection, eq(connection.id, outgoing.connectionId))
      .where(and(eq(outgoing.connectionId, connectionId), isNull(connection.removedAt), stuck))
      .orderBy(outgoing.at, outgoing.id)
      .limit(BULK_MOST)
      .for("update", { of: outgoing });
    if (rows.length === 0) return refused("Nothing waits for it any more.");
    const ids = rows.map(({ id }) => id);
    await tx.update(outgoing).set(anew(now)).where(inArray(outgoing.id, ids));
    await sendSoon(tx, [connectionId]);
    await record(tx, viewer, [
      {
        at: now,
        verb: "retried what goes out",
        subject: "connection",
        subjectId: connectionId,
        after: { leads: ids.length },
      },
    ]);
    return { ok: true, value: { retried: ids.length } };
  });
}

/** What arrived, or was rightly not sent, is forgotten after this; what was given up is kept. */
const KEPT_DAYS = 90;
const FORGOTTEN_AT_ONCE = 1_000;

/** Forgets what was settled long ago, some at a time. Answers how many; 0 when none is left. */
export async function forgetOutgoing(_actor: SystemActor, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_DAYS * DAY);
  const { id, state, settledAt } = outgoing;
  const old = db
    .select({ id })
    .from(outgoing)
    .where(and(inArray(state, ["sent", "dropped"]), lt(settledAt, before)))
    .limit(FORGOTTEN_AT_ONCE);
  const gone = await db.delete(outgoing).where(inArray(id, old)).returning({ id });
  return gone.length;
}
