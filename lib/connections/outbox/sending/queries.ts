import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { connection } from "@/db/schema/connection";
import { decision, handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { note } from "@/db/schema/note";
import { crm, crmRecord, outgoing } from "@/db/schema/outgoing";
import { person } from "@/db/schema/person";
import type { SystemActor } from "@/lib/access/viewer";

/** A connection as sending needs it, with its map. */
export async function sendingConnection(_actor: SystemActor, connectionId: string) {
  const [row] = await db
    .select({
      id: connection.id,
      name: connection.name,
      system: connection.system,
      settings: connection.settings,
      secrets: connection.secrets,
      paused: connection.paused,
      removedAt: connection.removedAt,
      updatedAt: connection.updatedAt,
      entries: crm.entries,
      faults: crm.faults,
    })
    .from(connection)
    .innerJoin(crm, eq(crm.connectionId, connection.id))
    .where(eq(connection.id, connectionId));
  return row ?? null;
}
export type SendingConnection = NonNullable<Awaited<ReturnType<typeof sendingConnection>>>;

/**
 * What is due for a connection, of each lead only the first that still waits, so that a lead's rows
 * go out in their order; the oldest leads first. It reads the waiting rows in their order and ends with
 * the last that is asked for, since after an outage a hundred thousand may wait, one batch after another.
 */
export async function dueRows(
  _actor: SystemActor,
  connectionId: string,
  now: Date,
  most: number,
): Promise<{ id: string; tries: number }[]> {
  return db.execute<{ id: string; tries: number }>(sql`
    select id, tries from outgoing this
    where connection_id = ${connectionId} and state = 'waiting'
      and due_at <= ${now.toISOString()}::timestamptz
      and not exists (
        select 1 from outgoing earlier
        where earlier.connection_id = this.connection_id and earlier.lead_id = this.lead_id
          and earlier.state = 'waiting' and (earlier.at, earlier.id) < (this.at, this.id))
    order by at, id limit ${most}`);
}

/** The connections that have something due, for whoever looks after what no job came for. */
export async function connectionsDue(_actor: SystemActor, now: Date): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: outgoing.connectionId })
    .from(outgoing)
    .innerJoin(connection, eq(connection.id, outgoing.connectionId))
    .where(
      and(
        eq(outgoing.state, "waiting"),
        eq(connection.paused, false),
        sql`${outgoing.dueAt} <= ${now.toISOString()}::timestamptz`,
      ),
    );
  return rows.map(({ id }) => id);
}

/** The handoff that the lead has now, whose values go to its record; a row's own may be older. */
const current = alias(handoff, "current");
const owner = alias(person, "owner");
const author = alias(person, "author");
/** What the rep answered to the row's own handoff. */
const ownAnswer = alias(decision, "own_answer");

/** Everything that rows tell, as it is now. */
export async function toTell(_actor: SystemActor, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .select({
      id: outgoing.id,
      leadId: outgoing.leadId,
      handoffId: outgoing.handoffId,
      kind: outgoing.kind,
      tries: outgoing.tries,
      triedAt: outgoing.triedAt,
      at: outgoing.at,
      recordId: crmRecord.recordId,
      email: lead.email,
      leadStatus: lead.status,
      currentId: current.id,
      snapshot: current.snapshot,
      own: handoff.snapshot,
      owner: {
        email: owner.email,
        active: owner.active,
        locale: owner.locale,
        timeZone: owner.timeZone,
      },
      answer: {
        accepted: decision.accepted,
        reason: decision.reason,
        words: decision.words,
        at: decision.at,
      },
      ownAnswer: {
        accepted: ownAnswer.accepted,
        reason: ownAnswer.reason,
        words: ownAnswer.words,
      },
      note: {
        id: note.id,
        kind: note.kind,
        text: note.text,
        at: note.at,
        withdrawnAt: note.withdrawnAt,
      },
      author: author.name,
    })
    .from(outgoing)
    .innerJoin(lead, eq(lead.id, outgoing.leadId))
    .innerJoin(handoff, eq(handoff.id, outgoing.handoffId))
    .innerJoin(current, sql`${current.id} = coalesce(${lead.handoffId}, ${outgoing.handoffId})`)
    .innerJoin(owner, eq(owner.id, current.ownerId))
    .leftJoin(
      crmRecord,
      and(eq(crmRecord.connectionId, outgoing.connectionId), eq(crmRecord.leadId, outgoing.leadId)),
    )
    .leftJoin(decision, eq(decision.handoffId, current.id))
    .leftJoin(ownAnswer, eq(ownAnswer.handoffId, outgoing.handoffId))
    .leftJoin(note, eq(note.id, outgoing.noteId))
    .leftJoin(author, eq(author.id, note.personId))
    .where(inArray(outgoing.id, [...ids]))
    .orderBy(asc(outgoing.at), asc(outgoing.id));
}
export type ToTell = Awaited<ReturnType<typeof toTell>>[number];
