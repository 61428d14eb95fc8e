import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { crmRecord, outgoing } from "@/db/schema/outgoing";
import { person } from "@/db/schema/person";
import { queueEntry } from "@/db/schema/queue-entry";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { OPEN_WITH_REP } from "@/lib/gate/status";

/** Who owns the record there, as far as it was read. */
const OWNER = sql<string>`coalesce(${crmRecord.ownerName}, ${crmRecord.ownerEmail})`;

/**
 * True of a record whose owner is still to be set there; only a handoff sets one. In plain names, since
 * a statement on one table alone drops a column's table, and each row would be compared with itself.
 */
const OWNER_WAITS = sql<boolean>`exists (select 1 from ${outgoing} going
  where going.connection_id = crm_record.connection_id and going.lead_id = crm_record.lead_id
    and going.state = 'waiting' and going.kind = 'handoff')`;

/**
 * True of a record whose owner is still to be set there, or was set since `readAt`, when reading began,
 * so that what was read may be from before. What was sent is found by its handoff: months of it are
 * kept, in no order of leads.
 */
export const ownerMayBeOlder = (readAt: Date) => sql<boolean>`(${OWNER_WAITS}
  or exists (select 1 from ${handoff} given join ${outgoing} going on going.handoff_id = given.id
    where given.lead_id = crm_record.lead_id and going.connection_id = crm_record.connection_id
      and going.kind = 'handoff' and going.settled_at >= ${readAt.toISOString()}::timestamptz))`;

/**
 * True of the record of an open lead that has another owner than the lead has here, and nothing
 * waits that would change that. To be asked of a record beside a lead and one of its handoffs.
 */
export const IS_ANOTHERS = sql<boolean>`(${lead.handoffId} = ${handoff.id}
  and ${inArray(lead.status, [...OPEN_WITH_REP])} and ${OWNER} is not null
  and lower(coalesce(${crmRecord.ownerEmail}, '')) <> (select lower(rep.email) from ${person} rep
    where rep.id = ${handoff.ownerId})
  and not ${OWNER_WAITS})`;

const SHOWN = 50;

/**
 * The open leads whose record in a CRM has another owner than Baton has, the ones that wait longest
 * first: a router there gave them to somebody after their rep had tried, or to one who can take none.
 * `there` owns the record, `here` has the lead.
 */
export async function leadsApart(viewer: Viewer, connectionId: string) {
  authorize(viewer, "see connections");
  return db
    .select({
      id: handoff.leadId,
      name: handoff.name,
      companyName: handoff.companyName,
      there: OWNER,
      here: person.name,
    })
    .from(queueEntry)
    .innerJoin(lead, eq(lead.id, queueEntry.leadId))
    .innerJoin(handoff, eq(handoff.id, queueEntry.handoffId))
    .innerJoin(person, eq(person.id, handoff.ownerId))
    .innerJoin(
      crmRecord,
      and(eq(crmRecord.leadId, queueEntry.leadId), eq(crmRecord.connectionId, connectionId)),
    )
    .where(and(isNull(queueEntry.decidedAt), IS_ANOTHERS))
    .orderBy(asc(handoff.routedAt), asc(handoff.id))
    .limit(SHOWN);
}
