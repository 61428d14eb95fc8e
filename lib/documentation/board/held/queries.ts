import { and, desc, eq, isNotNull, or, sql } from "drizzle-orm";
import { among } from "@/db/among";
import { db } from "@/db/client";
import { connection } from "@/db/schema/connection";
import { enrichmentAttempt } from "@/db/schema/enrichment";
import { lead, leadField } from "@/db/schema/lead";
import { notice, noticeDelivery } from "@/db/schema/notice";
import { outgoing } from "@/db/schema/outgoing";
import { person } from "@/db/schema/person";
import type { Viewer } from "@/lib/access/viewer";
import { fieldRow } from "@/lib/enrichment/field-row";
import { standingOf } from "@/lib/enrichment/values/merge-fields";
import { standardAt } from "@/lib/gate/queries";
import type { CategoryKey, FieldId, FieldValues } from "@/lib/standard/categories";
import { holdingByStates, reasonsOf } from "@/lib/standard/holding";
import type { Tried, Why } from "../why";

/** Their fields are not among a lead's values: the rules work them out and keep them in its row. */
const WORKED_OUT: readonly CategoryKey[] = ["behavioralTrail", "scoringContext"];

async function leadsOf(ids: string[], gates: readonly CategoryKey[]) {
  // The evidence in it is long, and wanted only where a standard gates on it (G.4).
  const needed = gates.some((key) => WORKED_OUT.includes(key));
  return db
    .select({
      id: lead.id,
      mqlAt: lead.mqlAt,
      capturedAt: lead.capturedAt,
      filled: lead.filled,
      verified: lead.verified,
      tries: lead.enrichmentTries,
      nextAt: lead.enrichmentNextAt,
      computed: needed ? lead.computed : sql<FieldValues>`'{}'::jsonb`,
    })
    .from(lead)
    .where(among(lead.id, ids));
}

/** What each lead has of some fields. */
async function valuesOf(
  ids: string[],
  fields: ReadonlySet<FieldId>,
): Promise<Map<string, FieldValues>> {
  if (fields.size === 0) return new Map();
  const { leadId, fieldId, prevails, wrongValues } = leadField;
  const rows = await db
    .select()
    .from(leadField)
    .where(
      and(
        among(leadId, ids),
        sql`${fieldId} = any(${sql.param([...fields])}::text[])`,
        or(prevails, isNotNull(wrongValues)),
      ),
    );
  const byLead = Map.groupBy(rows, (row) => row.leadId);
  return new Map([...byLead].map(([id, ofLead]) => [id, standingOf(ofLead.map(fieldRow))]));
}

/** The last answer of each lookup, the newest first. */
async function triedOf(ids: string[]): Promise<Map<string, Tried[]>> {
  const { leadId, provider, lookup, answer, cause, at } = enrichmentAttempt;
  const rows = await db
    .selectDistinctOn([leadId, provider, lookup], { leadId, provider, answer, cause, at })
    .from(enrichmentAttempt)
    .where(among(leadId, ids))
    .orderBy(leadId, provider, lookup, desc(at));
  const newest = rows.toSorted((one, other) => other.at.getTime() - one.at.getTime());
  return Map.groupBy(newest, (row) => row.leadId);
}

/** What was given up of leads with a rep, notices and records of a CRM, the latest first. */
async function untoldOf(ids: string[]) {
  const records = await db
    .select({
      leadId: outgoing.leadId,
      person: sql<string | null>`null`,
      by: connection.name,
      words: outgoing.words,
      at: outgoing.triedAt,
    })
    .from(outgoing)
    .innerJoin(connection, eq(connection.id, outgoing.connectionId))
    .where(and(among(outgoing.leadId, ids), eq(outgoing.state, "failed")));
  const rows = await db
    .select({
      leadId: notice.leadId,
      person: person.name,
      by: connection.name,
      words: noticeDelivery.words,
      at: noticeDelivery.triedAt,
    })
    .from(noticeDelivery)
    .innerJoin(notice, eq(notice.id, noticeDelivery.noticeId))
    .innerJoin(person, eq(person.id, notice.personId))
    .innerJoin(connection, eq(connection.id, noticeDelivery.connectionId))
    .where(and(among(notice.leadId, ids), eq(noticeDelivery.state, "failed")));
  const told = [...records, ...rows]
    .flatMap(({ at, ...row }) => (at ? [{ ...row, at }] : []))
    .toSorted((one, other) => other.at.getTime() - one.at.getTime());
  return Map.groupBy(told, ({ leadId }) => leadId);
}

/** Which providers failed for each lead, and when it is tried again, or who, or what, was not told (M.2). */
export async function failedSyncs(_viewer: Viewer, ids: string[]): Promise<Map<string, Why>> {
  const { id, syncFailedAt: at, enrichmentTries: tries, enrichmentNextAt: nextAt } = lead;
  const [leads, tried, untold] = await Promise.all([
    db.select({ id, at, tries, nextAt, status: lead.status }).from(lead).where(among(id, ids)),
    triedOf(ids),
    untoldOf(ids),
  ]);
  const failed = (of: string) =>
    (tried.get(of) ?? []).filter(({ answer }) => answer === "failed" || answer === "skipped");
  return new Map(
    leads.flatMap(({ id: of, at: since, status, ...next }): [string, Why][] => {
      const those = untold.get(of) ?? [];
      const [latest] = those;
      if (since && status === "pending_enrichment")
        return [[of, { kind: "sync", failed: failed(of), at: since, ...next }]];
      return latest ? [[of, { kind: "untold", untold: those, at: latest.at }]] : [];
    }),
  );
}

/** Why each lead is held, what was tried, and when it is tried again (G.1). */
export async function heldWhys(
  _viewer: Viewer,
  ids: string[],
  now: Date,
): Promise<Map<string, Why>> {
  const standard = await standardAt(now);
  const [leads, tried] = await Promise.all([leadsOf(ids, standard.gates), triedOf(ids)]);
  const held = new Map(leads.map((one) => [one.id, holdingByStates(one, standard)]));
  const values = await valuesOf(ids, new Set([...held.values()].flat()));
  return new Map(
    leads.map(({ id, mqlAt, capturedAt, computed, tries, nextAt }) => [
      id,
      {
        kind: "enrichment",
        missing: reasonsOf(held.get(id) ?? [], { ...computed, ...values.get(id) }, standard),
        tried: tried.get(id) ?? [],
        tries,
        nextAt,
        mql: mqlAt !== null,
        at: mqlAt ?? capturedAt,
      },
    ]),
  );
}
