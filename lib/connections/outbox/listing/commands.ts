import { and, asc, eq, gt, gte, inArray, isNull, lt, or, type SQL } from "drizzle-orm";
import { transaction } from "@/db/client";
import { connection } from "@/db/schema/connection";
import { outgoing } from "@/db/schema/outgoing";
import { type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { record } from "@/lib/platform/history";
import type { Json } from "@/lib/standard/field";
import { sendSoon } from "../commands";
import { anew } from "../standing/commands";

/** The most that one press sends again. */
const MOST = 10_000;

type Resent = { replayed: number; waits: boolean };

/** What was rightly not sent stays so, and what waits for its own moment is not hurried. */
const tried = or(
  inArray(outgoing.state, ["sent", "failed"]),
  and(eq(outgoing.state, "waiting"), gt(outgoing.tries, 0)),
);

/**
 * Sends again what went out, or was given up: each finds its own record and note there by its id, so
 * that the CRM has everything once, with the values that the lead has now.
 */
async function resend(
  viewer: Viewer,
  connectionId: string,
  which: SQL | undefined,
  after: Json,
  now: Date,
): Promise<Outcome<Resent>> {
  authorize(viewer, "replay events");
  return transaction(async (tx) => {
    const [to] = await tx
      .select({ paused: connection.paused })
      .from(connection)
      .where(and(eq(connection.id, connectionId), isNull(connection.removedAt)))
      .for("share");
    if (!to) return refused("This connection was removed.");
    const rows = await tx
      .select({ id: outgoing.id })
      .from(outgoing)
      .where(and(eq(outgoing.connectionId, connectionId), tried, which))
      .orderBy(asc(outgoing.at), asc(outgoing.id))
      .limit(MOST + 1)
      .for("update");
    if (rows.length === 0) return refused("Nothing that can be sent again went out then.");
    if (rows.length > MOST)
      return refused("More than 10,000 events went out then. Choose a shorter time.", "from");
    const ids = rows.map(({ id }) => id);
    await tx.update(outgoing).set(anew(now)).where(inArray(outgoing.id, ids));
    if (!to.paused) await sendSoon(tx, [connectionId]);
    const entry = { at: now, verb: "replayed", subject: "connection" } as const;
    await record(tx, viewer, [
      {
        ...{ ...entry, subjectId: connectionId },
        after: { ...(after as object), events: ids.length },
      },
    ]);
    return { ok: true, value: { replayed: ids.length, waits: to.paused } };
  });
}

/** Sends one thing again. */
export async function resendOne(
  viewer: Viewer,
  { connectionId, eventId }: { connectionId: string; eventId: string },
  now: Date,
): Promise<Outcome<Resent>> {
  return resend(viewer, connectionId, eq(outgoing.id, eventId), { eventId }, now);
}

/** Sends again what was written down from a moment until before another, up to 10,000 at a time. */
export async function resendSpan(
  viewer: Viewer,
  span: { connectionId: string; from: Date; to: Date; only: "all" | "unreadable" },
  now: Date,
): Promise<Outcome<Resent>> {
  const { connectionId, from, to, only } = span;
  if (from >= to) return refused("The time ends before it begins.", "to");
  const { at, state } = outgoing;
  const vain = only === "unreadable" ? eq(state, "failed") : undefined;
  const after = { from: from.toISOString(), to: to.toISOString(), only };
  return resend(viewer, connectionId, and(gte(at, from), lt(at, to), vain), after, now);
}
