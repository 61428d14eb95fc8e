import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { connection } from "@/db/schema/connection";
import { crm, crmRecord, outgoing } from "@/db/schema/outgoing";
import type { SystemActor } from "@/lib/access/viewer";

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
    })
    .from(connection)
    .innerJoin(crm, eq(crm.connectionId, connection.id))
    .where(and(isNull(connection.removedAt), eq(connection.paused, false)));
}
export type ReadableCrm = Awaited<ReturnType<typeof readableCrms>>[number];

/** What is known of the records of leads, and whether something of them still waits to go out. */
export async function knownRecords(
  tx: Transaction,
  connectionId: string,
  leadIds: readonly string[],
) {
  if (leadIds.length === 0) return [];
  const waits = sql<boolean>`exists (select 1 from ${outgoing}
    where ${outgoing.connectionId} = ${crmRecord.connectionId}
      and ${outgoing.leadId} = ${crmRecord.leadId} and ${outgoing.state} = 'waiting')`;
  return tx
    .select({
      leadId: crmRecord.leadId,
      ownerEmail: crmRecord.ownerEmail,
      ownerName: crmRecord.ownerName,
      stage: crmRecord.stage,
      dealId: crmRecord.dealId,
      waits,
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
