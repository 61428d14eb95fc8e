import { and, desc, gte, inArray, lt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { enrichmentAttempt } from "@/db/schema/enrichment";
import { handoff } from "@/db/schema/handoff";
import { leadField } from "@/db/schema/lead";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { abilityOf } from "@/lib/enrichment/providers";
import { chainSteps } from "@/lib/enrichment/queries";
import type { FieldId, FieldValues } from "@/lib/standard/categories";
import { SOURCES } from "@/lib/standard/field";
import { handoffGaps } from "../queries";
import { type Attempt, type Filler, type Given, hadValueOf, heardOf } from "./evidence";
import { type Gap, gapOf } from "./gap";
import type { Missed } from "./verdict";

/** As many handoffs are looked into for the causes, the latest first; how many miss it is of all. */
export const LOOKED_INTO = 2_000;

type Missing = { handoffId: string; leadId: string; routedAt: Date; fieldIds: FieldId[] } & {
  fields: FieldValues;
};

async function missingIn({ from, until }: { from: Date; until: Date }): Promise<Missing[]> {
  return db
    .select({
      handoffId: handoff.id,
      leadId: handoff.leadId,
      routedAt: handoff.routedAt,
      fieldIds: handoff.missing,
      fields: sql<FieldValues>`coalesce((select jsonb_object_agg(f.key, f.value)
        from jsonb_each(${handoff.snapshot} -> 'fields') f
        where f.key = any (${handoff.missing})), '{}'::jsonb)`,
    })
    .from(handoff)
    .where(
      and(
        gte(handoff.routedAt, from),
        lt(handoff.routedAt, until),
        sql`cardinality(${handoff.missing}) > 0`,
      ),
    )
    .orderBy(desc(handoff.routedAt))
    .limit(LOOKED_INTO);
}

/** Every value that any source gave for some leads, prevailing or not. */
async function givenTo(leadIds: readonly string[]): Promise<(Given & { leadId: string })[]> {
  if (leadIds.length === 0) return [];
  const rows = await db
    .select({
      leadId: leadField.leadId,
      fieldId: leadField.fieldId,
      source: leadField.source,
      provider: leadField.provider,
      value: leadField.value,
      obtainedAt: leadField.obtainedAt,
      wrong: sql<boolean>`${leadField.wrongValues} is not null`,
    })
    .from(leadField)
    .where(inArray(leadField.leadId, [...leadIds]));
  return rows.map(({ source, provider, ...row }) => ({
    ...row,
    name: provider || SOURCES[source],
  }));
}

async function attemptsFor(leadIds: readonly string[]): Promise<(Attempt & { leadId: string })[]> {
  if (leadIds.length === 0) return [];
  return db
    .select({
      leadId: enrichmentAttempt.leadId,
      name: enrichmentAttempt.provider,
      lookup: enrichmentAttempt.lookup,
      answer: enrichmentAttempt.answer,
      cause: enrichmentAttempt.cause,
      filled: enrichmentAttempt.filled,
      at: enrichmentAttempt.at,
    })
    .from(enrichmentAttempt)
    .where(inArray(enrichmentAttempt.leadId, [...leadIds]))
    .orderBy(enrichmentAttempt.at);
}

/** Where activities had happened by a handoff and came in after it: which source, of which lead. */
async function lateSources(handoffIds: readonly string[]): Promise<Map<string, string[]>> {
  if (handoffIds.length === 0) return new Map();
  const rows = await db.execute<{ handoff: string; source: string }>(sql`
    select distinct h.id as handoff, a.source
    from handoff h join activity a on a.lead_id = h.lead_id
      and a.occurred_at <= h.routed_at and a.occurred_at > h.routed_at - interval '90 days'
      and a.received_at > h.routed_at
    where h.id in ${[...handoffIds]}`);
  const bySource = Map.groupBy(rows, (row) => row.handoff);
  return new Map([...bySource].map(([id, found]) => [id, found.map(({ source }) => source)]));
}

/** The lookups that are to fill a field, by the name that attempts carry. */
async function fillers(viewer: Viewer): Promise<Filler[]> {
  return (await chainSteps(viewer)).flatMap((step) => {
    const able = abilityOf(step);
    if (!able || !step.enabled) return [];
    return { name: able.label, lookup: step.lookup, fills: Object.keys(step.fills) };
  });
}

/**
 * Why the fields that handoffs of a window lacked were missing, field by field, the most frequent
 * first (A.5), from what sources had given, what providers were asked and answered, and when
 * activities arrived.
 */
export async function gapsOf(viewer: Viewer, window: { from: Date; until: Date }): Promise<Gap[]> {
  authorize(viewer, "see the audit");
  const [handoffs, counted] = await Promise.all([
    missingIn(window),
    handoffGaps(viewer, window.from, window.until),
  ]);
  const missing = new Map(counted.map(({ fieldId, count }) => [fieldId, count]));
  const leadIds = [...new Set(handoffs.map(({ leadId }) => leadId))];
  const [given, attempts, late, steps] = await Promise.all([
    givenTo(leadIds),
    attemptsFor(leadIds),
    lateSources(handoffs.map(({ handoffId }) => handoffId)),
    fillers(viewer),
  ]);
  const givenBy = Map.groupBy(given, ({ leadId }) => leadId);
  const attemptsBy = Map.groupBy(attempts, ({ leadId }) => leadId);
  const missed = handoffs.flatMap(({ handoffId, leadId, routedAt, fieldIds, fields }) =>
    fieldIds.map((fieldId): Missed => {
      const ofTrail = fieldId.startsWith("C3.") || fieldId.startsWith("C4.");
      return {
        ...{ handoffId, fieldId },
        saidNotObtainable: fields[fieldId]?.notObtainable !== undefined,
        hadValue: hadValueOf(fieldId, fields[fieldId], givenBy.get(leadId) ?? [], routedAt),
        lateActivities: ofTrail && fieldId !== "C3.9" ? (late.get(handoffId) ?? []) : [],
        heard: heardOf(fieldId, steps, attemptsBy.get(leadId) ?? [], routedAt),
      };
    }),
  );
  return [...Map.groupBy(missed, ({ fieldId }) => fieldId)]
    .map(([fieldId, of]) => ({
      ...gapOf(fieldId, of),
      missing: missing.get(fieldId) ?? of.length,
    }))
    .toSorted((one, other) => other.missing - one.missing);
}
