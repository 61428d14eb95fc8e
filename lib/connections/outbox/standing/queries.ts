import { and, count, desc, eq, gt, gte, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { connection } from "@/db/schema/connection";
import { handoff } from "@/db/schema/handoff";
import { crm, outgoing } from "@/db/schema/outgoing";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { DAY } from "@/lib/platform/durations";
import type { Sync } from "../../sync/sync";
import type { CrmDay, StuckOutgoing } from "./view";

/** Not there after a try, or given up. */
const stuck = sql`(${outgoing.state} = 'failed' or (${outgoing.state} = 'waiting' and ${outgoing.tries} > 0))`;

/** What goes out by each connected CRM and hook, by the connection's id. */
export async function crmDays(viewer: Viewer, now: Date): Promise<Map<string, CrmDay>> {
  authorize(viewer, "see connections");
  const { state, settledAt, triedAt, dueAt, connectionId } = outgoing;
  const since = new Date(now.getTime() - DAY).toISOString();
  const counted = (when: ReturnType<typeof sql>) =>
    sql<number>`(count(*) filter (where ${when}))::int`;
  const sent = sql`${state} = 'sent'`;
  const recent = sql`${triedAt} >= ${since}::timestamptz`;
  const rows = await db
    .select({
      id: crm.connectionId,
      faults: crm.faults,
      mapped: sql<number>`jsonb_array_length(${crm.entries})`,
      sent: counted(sql`${sent} and ${recent}`),
      waiting: counted(sql`${state} = 'waiting'`),
      failed: counted(sql`${state} = 'failed'`),
      stuck: counted(stuck),
      stuckSince: sql<string | null>`min(${outgoing.at}) filter (where ${stuck})`,
      nextAt: sql<string | null>`min(${dueAt}) filter (where ${state} = 'waiting' and ${stuck})`,
      lastSentAt: sql<string | null>`max(${settledAt}) filter (where ${sent} and ${recent})`,
    })
    .from(crm)
    .leftJoin(
      outgoing,
      and(
        eq(connectionId, crm.connectionId),
        or(inArray(state, ["waiting", "failed"]), gte(triedAt, new Date(now.getTime() - DAY))),
      ),
    )
    .groupBy(crm.connectionId);
  const at = (text: string | null) => (text ? new Date(text) : null);
  return new Map(
    rows.map(({ id, stuckSince, nextAt, lastSentAt, ...day }) => [
      id,
      { ...day, stuckSince: at(stuckSince), nextAt: at(nextAt), lastSentAt: at(lastSentAt) },
    ]),
  );
}

/** Why tries of the last 24 hours were in vain, by connection, the most frequent first. */
export async function crmFailures(
  viewer: Viewer,
  now: Date,
): Promise<Map<string, Sync["failures"]>> {
  authorize(viewer, "see connections");
  const { connectionId, words, triedAt, cause } = outgoing;
  const rows = await db
    .select({ id: connectionId, cause: words, count: count() })
    .from(outgoing)
    .where(and(isNotNull(cause), gte(triedAt, new Date(now.getTime() - DAY))))
    .groupBy(connectionId, words)
    .orderBy(desc(count()));
  return new Map(
    [...Map.groupBy(rows, ({ id }) => id)].map(([id, those]) => [
      id,
      those.map(({ cause: why, count: times }) => ({ cause: why ?? "", count: times })),
    ]),
  );
}

/** What has not reached one of some systems, those first that were given up, and of each the latest. */
export async function stuckOutgoing(
  viewer: Viewer,
  systems: readonly string[],
  limit: number,
): Promise<StuckOutgoing[]> {
  authorize(viewer, "see connections");
  const { id, leadId, kind, at, state, tries, dueAt, words } = outgoing;
  const rows = await db
    .select({
      id,
      leadId,
      name: handoff.name,
      by: connection.name,
      kind,
      at,
      state,
      tries,
      dueAt,
      words,
      paused: connection.paused,
    })
    .from(outgoing)
    .innerJoin(connection, eq(connection.id, outgoing.connectionId))
    .innerJoin(handoff, eq(handoff.id, outgoing.handoffId))
    .where(
      and(
        isNull(connection.removedAt),
        inArray(connection.system, [...systems]),
        or(eq(state, "failed"), and(eq(state, "waiting"), gt(tries, 0))),
      ),
    )
    .orderBy(sql`${state} = 'waiting'`, desc(at), desc(id))
    .limit(limit);
  return rows.flatMap((row) =>
    row.state === "waiting" || row.state === "failed"
      ? [{ ...row, state: row.state, words: row.words ?? "" }]
      : [],
  );
}
