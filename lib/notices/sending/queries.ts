import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { connection } from "@/db/schema/connection";
import { attempt, handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { notice, noticeChoice, noticeDelivery, noticeSetting } from "@/db/schema/notice";
import { person } from "@/db/schema/person";
import type { SystemActor } from "@/lib/access/viewer";
import type { Snapshot } from "@/lib/handoff/snapshot";
import { calendarOf } from "@/lib/sla/queries";

const waitingRow = {
  id: noticeDelivery.id,
  tries: noticeDelivery.tries,
  words: noticeDelivery.words,
  byRule: noticeDelivery.byRule,
  kind: notice.kind,
  at: notice.at,
  fieldId: notice.fieldId,
  handoffId: notice.handoffId,
  leadId: notice.leadId,
  noticeWords: notice.words,
  leadName: lead.name,
  leadCompany: lead.companyName,
  leadStatus: lead.status,
  leadHandoffId: lead.handoffId,
  routedAt: handoff.routedAt,
  windowSeconds: handoff.windowSeconds,
  ownerId: handoff.ownerId,
  handoffName: handoff.name,
  handoffCompany: handoff.companyName,
  trigger: sql<Snapshot["trigger"] | null>`${handoff.snapshot} -> 'trigger'`,
  owner: sql<string | null>`${handoff.snapshot} -> 'owner' ->> 'name'`,
  nextOwner: sql<string | null>`(select later.snapshot -> 'owner' ->> 'name' from ${handoff} later
    where later.id = ${lead.handoffId} and later.id <> ${notice.handoffId})`,
  person: {
    id: person.id,
    name: person.name,
    email: person.email,
    role: person.role,
    active: person.active,
    timeZone: person.timeZone,
    locale: person.locale,
  },
  connection: {
    id: connection.id,
    system: connection.system,
    settings: connection.settings,
    secrets: connection.secrets,
    paused: connection.paused,
    removedAt: connection.removedAt,
  },
  settings: {
    off: noticeSetting.off,
    quietFrom: noticeSetting.quietFrom,
    quietUntil: noticeSetting.quietUntil,
    quietWeekends: noticeSetting.quietWeekends,
  },
};

const readDelivery = (id: string) =>
  db
    .select(waitingRow)
    .from(noticeDelivery)
    .innerJoin(notice, eq(notice.id, noticeDelivery.noticeId))
    .innerJoin(person, eq(person.id, notice.personId))
    .innerJoin(connection, eq(connection.id, noticeDelivery.connectionId))
    .leftJoin(lead, eq(lead.id, notice.leadId))
    .leftJoin(handoff, eq(handoff.id, notice.handoffId))
    .leftJoin(noticeSetting, eq(noticeSetting.personId, notice.personId))
    .where(eq(noticeDelivery.id, id));

/** Everything that a delivery says and is judged by, as it is now; null where there is none. */
export async function deliveryToSend(actor: SystemActor, id: string) {
  const [row] = await readDelivery(id);
  if (!row) return null;
  const [choices, attempts, calendar] = await Promise.all([
    db
      .select({ kind: noticeChoice.kind, connectionId: noticeChoice.connectionId })
      .from(noticeChoice)
      .where(
        and(
          eq(noticeChoice.personId, row.person.id),
          eq(noticeChoice.connectionId, row.connection.id),
        ),
      ),
    row.handoffId
      ? db.select({ at: attempt.at }).from(attempt).where(eq(attempt.handoffId, row.handoffId))
      : [],
    row.ownerId ? calendarOf(actor, row.ownerId) : null,
  ]);
  return { ...row, choices, calendar, attempts: attempts.map(({ at }) => at) };
}

export type DeliveryToSend = NonNullable<Awaited<ReturnType<typeof deliveryToSend>>>;
