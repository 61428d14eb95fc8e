import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { connection } from "@/db/schema/connection";
import { handoff } from "@/db/schema/handoff";
import { crm, crmRecord } from "@/db/schema/outgoing";
import type { SystemActor } from "@/lib/access/viewer";
import { CRM_IDS, type CrmId } from "../crm";
import { ownerMayBeOlder } from "../owners/queries";

/** The CRMs that are to be read, with where reading has come to. */
export async function readableCrms(_actor: SystemActor) {
  return db
    .select({
      id: connection.id,
      name: connection.name,
      system: connection.system,
      settings: connection.settings,
      secrets: connection.secrets,
      createdAt: connection.createdAt,
      entries: crm.entries,
      checkedAt: crm.checkedAt,
      readUntil: crm.readUntil,
      readMarks: crm.readMarks,
    })
    .from(connection)
    .innerJoin(crm, eq(crm.connectionId, connection.id))
    .where(
      and(
        inArray(connection.system, [...CRM_IDS]),
        isNull(connection.removedAt),
        eq(connection.paused, false),
      ),
    );
}
export type ReadableCrm = Awaited<ReturnType<typeof readableCrms>>[number];

/** What is known of the records of leads, and whether an owner that was read since `readAt` may be the one from before ours. */
export async function knownRecords(
  tx: Transaction,
  connectionId: string,
  leadIds: readonly string[],
  readAt: Date,
) {
  if (leadIds.length === 0) return [];
  return tx
    .select({
      leadId: crmRecord.leadId,
      ownerEmail: crmRecord.ownerEmail,
      ownerName: crmRecord.ownerName,
      stage: crmRecord.stage,
      routerReason: crmRecord.routerReason,
      dealId: crmRecord.dealId,
      waits: ownerMayBeOlder(readAt),
    })
    .from(crmRecord)
    .where(and(eq(crmRecord.connectionId, connectionId), inArray(crmRecord.leadId, [...leadIds])));
}

/** The leads that became these deals. */
export async function leadsOfDeals(
  tx: Transaction,
  connectionId: string,
  dealIds: readonly string[],
): Promise<Map<string, string[]>> {
  if (dealIds.length === 0) return new Map();
  const rows = await tx
    .select({ leadId: crmRecord.leadId, dealId: crmRecord.dealId })
    .from(crmRecord)
    .where(and(eq(crmRecord.connectionId, connectionId), inArray(crmRecord.dealId, [...dealIds])));
  return new Map(
    [...Map.groupBy(rows, ({ dealId }) => dealId ?? "")].map(([dealId, those]) => [
      dealId,
      those.map(({ leadId }) => leadId),
    ]),
  );
}

/** What Baton wrote to the fields of records of a CRM, by the record's id there. */
export async function writtenTo(
  _actor: SystemActor,
  system: CrmId,
  recordIds: readonly string[],
): Promise<Map<string, { readonly [field: string]: string }>> {
  if (recordIds.length === 0) return new Map();
  const rows = await db
    .select({ recordId: crmRecord.recordId, written: crmRecord.written })
    .from(crmRecord)
    .innerJoin(connection, eq(connection.id, crmRecord.connectionId))
    .where(and(eq(connection.system, system), inArray(crmRecord.recordId, [...recordIds])));
  return new Map(rows.map(({ recordId, written }) => [recordId, written]));
}

/** When the first of the leads with a record in a CRM was given to a rep; null where none has one. */
export async function firstHandoff(
  _actor: SystemActor,
  connectionId: string,
): Promise<Date | null> {
  const [row] = await db
    .select({ at: handoff.routedAt })
    .from(handoff)
    .innerJoin(crmRecord, eq(crmRecord.leadId, handoff.leadId))
    .where(eq(crmRecord.connectionId, connectionId))
    .orderBy(asc(handoff.routedAt))
    .limit(1);
  return row?.at ?? null;
}

/**
 * The records of leads that deals of a CRM hang on, with the deal that each became already, and
 * since when the lead has been with a rep: what was sold before that is none of its doing.
 */
export async function recordsOfDeals(
  tx: Transaction,
  connectionId: string,
  leadIds: readonly string[],
) {
  if (leadIds.length === 0) return [];
  return tx
    .select({
      leadId: crmRecord.leadId,
      dealId: crmRecord.dealId,
      since: sql<Date>`min(${handoff.routedAt})`.mapWith(handoff.routedAt),
    })
    .from(crmRecord)
    .innerJoin(handoff, eq(handoff.leadId, crmRecord.leadId))
    .where(and(eq(crmRecord.connectionId, connectionId), inArray(crmRecord.leadId, [...leadIds])))
    .groupBy(crmRecord.leadId, crmRecord.dealId);
}
