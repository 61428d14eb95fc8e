import { and, desc, eq, gte, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { connection } from "@/db/schema/connection";
import { handoff } from "@/db/schema/handoff";
import { crm, outgoing } from "@/db/schema/outgoing";
import { authorize } from "@/lib/access/permissions";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { hookDocumentOf } from "@/lib/api/rest-hooks/hook-document";
import type { DeliveryState } from "@/lib/notices/delivery-state";
import { baseUrl } from "@/lib/platform/env";
import { isId } from "@/lib/platform/is-id";
import { maskedPayload } from "../../events/masked";
import { hookEventsOf, restHook } from "../../rest-hooks/rest-hook";
import { systemOf } from "../../systems";
import { goingOf } from "../sending/going";
import { toTell } from "../sending/queries";
import type { OutgoingRow, WritingConnection } from "./view";

const row = {
  id: outgoing.id,
  leadId: outgoing.leadId,
  name: handoff.name,
  kind: outgoing.kind,
  at: outgoing.at,
  state: outgoing.state,
  tries: outgoing.tries,
  dueAt: outgoing.dueAt,
  triedAt: outgoing.triedAt,
  settledAt: outgoing.settledAt,
  words: outgoing.words,
};

/** The connection in force with an id that is a CRM or a hook; null where there is none. */
export async function writingConnection(
  viewer: Viewer,
  connectionId: string,
): Promise<WritingConnection | null> {
  authorize(viewer, "see connections");
  if (!isId(connectionId)) return null;
  const { id, name, system, paused, settings } = connection;
  const [found] = await db
    .select({ id, name, system, paused, settings })
    .from(connection)
    .innerJoin(crm, eq(crm.connectionId, connection.id))
    .where(and(eq(id, connectionId), isNull(connection.removedAt)));
  if (!found) return null;
  const { system: systemId, settings: given, ...rest } = found;
  const target = { targetUrl: String(given.address ?? ""), events: hookEventsOf(given) };
  const hook = systemId === restHook.id ? target : null;
  return { ...rest, systemLabel: systemOf(systemId)?.label ?? systemId, hook };
}

/** What goes out by a connection, the latest first. */
export async function outgoingPage(
  viewer: Viewer,
  connectionId: string,
  { state, since }: { state?: DeliveryState | undefined; since?: Date | undefined },
  { limit, after }: { limit: number; after?: { at: string; id: string } | undefined },
): Promise<{ rows: OutgoingRow[]; more: boolean }> {
  authorize(viewer, "see connections");
  const { at, id } = outgoing;
  const beyond = after && sql`(${at}, ${id}) < (${after.at}::timestamptz, ${after.id}::uuid)`;
  const rows = await db
    .select(row)
    .from(outgoing)
    .innerJoin(handoff, eq(handoff.id, outgoing.handoffId))
    .where(
      and(
        eq(outgoing.connectionId, connectionId),
        state && eq(outgoing.state, state),
        since && gte(at, since),
        beyond,
      ),
    )
    .orderBy(desc(at), desc(id))
    .limit(limit + 1);
  return { rows: rows.slice(0, limit), more: rows.length > limit };
}

/**
 * One of them with what it tells the CRM or the hook, secrets masked; null where it is not kept.
 * `payload` is null where nothing is left to say. It is made anew from the handoff, for a CRM by today's field map, as it is whenever it is sent.
 */
export async function outgoingOne(
  viewer: Viewer,
  connectionId: string,
  outgoingId: string,
  now: Date,
): Promise<(OutgoingRow & { payload: string | null }) | null> {
  authorize(viewer, "see connections");
  if (!isId(outgoingId)) return null;
  const [found] = await db
    .select({ ...row, entries: crm.entries, system: connection.system })
    .from(outgoing)
    .innerJoin(handoff, eq(handoff.id, outgoing.handoffId))
    // An ended hook's is gone; what it was told is made without it.
    .leftJoin(crm, eq(crm.connectionId, outgoing.connectionId))
    .innerJoin(connection, eq(connection.id, outgoing.connectionId))
    .where(and(eq(outgoing.id, outgoingId), eq(outgoing.connectionId, connectionId)));
  const [told] = found ? await toTell(systemActor("job", "Outgoing events"), [outgoingId]) : [];
  if (!found || !told) return null;
  const { entries, system, ...one } = found;
  if (system === restHook.id) {
    const document = hookDocumentOf(told);
    return { ...one, payload: document && maskedPayload(JSON.stringify(document)) };
  }
  const { id: _, again: __, ...going } = goingOf(told, entries ?? [], baseUrl(), now);
  return { ...one, payload: maskedPayload(JSON.stringify(going)) };
}
