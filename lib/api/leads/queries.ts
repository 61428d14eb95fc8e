import { and, asc, count, eq, exists, gte, inArray, isNull, lt, type SQL, sql } from "drizzle-orm";
import { db, type Transaction, transaction } from "@/db/client";
import { handoff } from "@/db/schema/handoff";
import { lead, leadIdentity } from "@/db/schema/lead";
import { note } from "@/db/schema/note";
import { person } from "@/db/schema/person";
import { authorize } from "@/lib/access/permissions";
import type { Actor } from "@/lib/access/viewer";
import { storedFields } from "@/lib/enrichment/queries";
import { standingOf } from "@/lib/enrichment/values/merge-fields";
import type { LeadStatus } from "@/lib/gate/status";
import { storedLedgers } from "@/lib/scoring/ledger/queries";
import type { FieldValues } from "@/lib/standard/categories";
import { cutPage, type Position } from "../cursor";
import { recordedUntil } from "../recorded/queries";
import type { LeadRecord } from "./lead-document";

/** Which leads a list asks for; instants are inclusive. */
type LeadFilter = {
  status?: LeadStatus | undefined;
  email?: string | undefined;
  externalId?: string | undefined;
  updatedSince?: Date | undefined;
};

type LeadRow = typeof lead.$inferSelect;

function matches({ status, email, externalId, updatedSince }: LeadFilter): SQL | undefined {
  const named = db
    .select({ one: sql`1` })
    .from(leadIdentity)
    .where(
      and(
        eq(leadIdentity.leadId, lead.id),
        eq(leadIdentity.kind, "external"),
        eq(leadIdentity.value, externalId ?? ""),
      ),
    );
  return and(
    status && eq(lead.status, status),
    email === undefined ? undefined : eq(lead.email, email),
    externalId === undefined ? undefined : exists(named),
    updatedSince && gte(lead.recordedAt, updatedSince.toISOString()),
  );
}

/**
 * One page of leads, those changed longest ago first, so that a reader who pages while leads
 * change, and asks again for those since the latest change it saw, meets the changed ones again at the
 * end and misses none: a page ends before what is being kept meanwhile. Who names a lead finds it at once.
 */
export async function leadPage(
  actor: Actor,
  filter: LeadFilter,
  limit: number,
  after: Position | undefined,
): Promise<{ records: LeadRecord[]; total: number; nextCursor: string | null }> {
  authorize(actor, "see every lead");
  const named = filter.email !== undefined || filter.externalId !== undefined;
  const beyond =
    after && sql`(${lead.recordedAt}, ${lead.id}) > (${after.at}::timestamptz, ${after.id}::uuid)`;
  return transaction(async (tx) => {
    const kept = named ? undefined : lt(lead.recordedAt, await recordedUntil(actor, tx));
    const wanted = and(matches(filter), kept);
    const read = await tx
      .select()
      .from(lead)
      .where(and(wanted, beyond))
      .orderBy(asc(lead.recordedAt), asc(lead.id))
      .limit(limit + 1);
    const [counted] = await tx.select({ total: count() }).from(lead).where(wanted);
    const { rows, nextCursor } = cutPage(read, limit);
    const records = await recordsOf(tx, actor, rows);
    return { records, total: counted?.total ?? 0, nextCursor };
  });
}

/** The lead with an id, or null. */
export async function leadRecord(actor: Actor, id: string): Promise<LeadRecord | null> {
  authorize(actor, "see every lead");
  return transaction(async (tx) => {
    const rows = await tx.select().from(lead).where(eq(lead.id, id));
    const [record] = await recordsOf(tx, actor, rows);
    return record ?? null;
  });
}

async function recordsOf(tx: Transaction, actor: Actor, rows: LeadRow[]): Promise<LeadRecord[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const values = await storedFields(tx, actor, ids);
  const remarks = await remarkFields(tx, ids);
  const routings = await routingFields(tx, rows);
  const ledgers = await storedLedgers(tx, actor, ids);
  return rows.map(
    ({ id, email, externalId, status, handoffId, capturedAt, recordedAt, computed }) => {
      const known = standingOf(values.get(id) ?? []);
      const fields = { ...known, ...computed, ...remarks.get(id), ...routings.get(id) };
      const ledger = ledgers.get(id) ?? [];
      const given = { id, email, externalId, status, fields, ledger, handoffId, capturedAt };
      return { ...given, updatedAt: new Date(recordedAt) };
    },
  );
}

/** C5.4 of each lead that has remarks: what marketing ops wrote and did not take back. */
async function remarkFields(tx: Transaction, ids: string[]): Promise<Map<string, FieldValues>> {
  const rows = await tx
    .select({ leadId: note.leadId, kind: note.kind, text: note.text, by: person.name, at: note.at })
    .from(note)
    .innerJoin(person, eq(person.id, note.personId))
    .where(and(inArray(note.leadId, ids), isNull(note.withdrawnAt)))
    .orderBy(asc(note.at), asc(note.id));
  const fields = new Map<string, FieldValues>();
  for (const [leadId, ofLead] of Map.groupBy(rows, (row) => row.leadId)) {
    const texts = (kind: "note" | "flag") =>
      ofLead.filter((row) => row.kind === kind).map((row) => row.text);
    const last = ofLead.at(-1);
    if (!last) continue;
    const value = { notes: texts("note"), flags: texts("flag") };
    const by = { source: "person", provider: last.by, verified: true } as const;
    fields.set(leadId, { "C5.4": { ...by, value, obtainedAt: last.at.toISOString() } });
  }
  return fields;
}

/** C5.1 and C5.2 of each lead that a rep was given, from its current handoff. */
async function routingFields(tx: Transaction, rows: LeadRow[]): Promise<Map<string, FieldValues>> {
  const ids = rows.map((row) => row.handoffId).filter((id) => id !== null);
  if (ids.length === 0) return new Map();
  const found = await tx
    .select({
      leadId: handoff.leadId,
      fields: sql<FieldValues>`jsonb_build_object(
        'C5.1', ${handoff.snapshot}->'fields'->'C5.1', 'C5.2', ${handoff.snapshot}->'fields'->'C5.2')`,
    })
    .from(handoff)
    .where(inArray(handoff.id, ids));
  return new Map(found.map(({ leadId, fields }) => [leadId, fields]));
}
