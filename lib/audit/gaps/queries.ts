import { inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { enrichmentAttempt } from "@/db/schema/enrichment";
import { leadField } from "@/db/schema/lead";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { abilityOf } from "@/lib/enrichment/providers";
import { chainSteps } from "@/lib/enrichment/queries";
import type { FieldId, FieldValues } from "@/lib/standard/categories";
import { SOURCES } from "@/lib/standard/field";
import { exclusionsInForce } from "@/lib/trail/queries";
import { handoffGaps } from "../queries";
import { type Attempt, doubtedOf, type Filler, type Given, hadValueOf, heardOf } from "./evidence";
import { type Gap, gapOf } from "./gap";
import type { Missed } from "./verdict";

/** Handoffs routed from a moment up to another; `id` is the audit whose window that is. */
type GapWindow = { from: Date; until: Date; id?: string };

/** In so many of the handoffs that lack a field its causes are looked for; how many lack it is of all. */
export const LOOKED_INTO = 500;

/**
 * A handoff and those of its fields whose causes are looked for in it: that it lacks, or that an
 * auditor does not accept.
 */
type Missing = { handoffId: string; leadId: string; routedAt: Date; fieldIds: FieldId[] } & {
  fields: FieldValues;
  doubted: boolean;
};
type MissingRow = Omit<Missing, "routedAt" | "doubted"> & { routedAt: string };

const missingOf = (rows: readonly MissingRow[], doubted: boolean): Missing[] =>
  rows.map((row) => ({ ...row, routedAt: new Date(row.routedAt), doubted }));

/**
 * For each field some of the handoffs that lack it, as by lot but the same each time: the latest
 * would tell of the last days alone, and the commonest fields would leave no place for the rare.
 */
async function missingIn({ from, until }: { from: Date; until: Date }): Promise<Missing[]> {
  const rows = await db.execute<MissingRow>(sql`
    with drawn as (
      select id, array_agg(field) as fields from (
        select h.id, field, row_number() over (partition by field order by hashtext(h.id::text)) as lot
        from handoff h, unnest(h.missing) field
        where h.routed_at >= ${from.toISOString()} and h.routed_at < ${until.toISOString()}
      ) lots where lot <= ${LOOKED_INTO} group by id)
    select h.id as "handoffId", h.lead_id as "leadId", h.routed_at as "routedAt",
      drawn.fields as "fieldIds",
      coalesce((select jsonb_object_agg(f.key, f.value) from jsonb_each(h.snapshot -> 'fields') f
        where f.key = any (drawn.fields)), '{}'::jsonb) as fields
    from drawn join handoff h on h.id = drawn.id`);
  return missingOf(rows, false);
}

/** What the first auditor of an audit named that the machine does not miss, as `missingIn`. */
async function doubtedIn(auditId: string): Promise<Missing[]> {
  const rows = await db.execute<MissingRow>(sql`
    with named as (
      select l.handoff_id as id, array_agg(distinct field) as fields
      from audit_judgement j
      join audit_line l on l.id = j.line_id
      join audit_seat s on s.audit_id = l.audit_id and s.person_id = j.person_id and s.seat = 1
      join handoff h on h.id = l.handoff_id
      cross join unnest(j.field_ids) field
      where l.audit_id = ${auditId} and j.verdict <> 'complete' and field <> all (h.missing)
        and not exists (select 1 from audit_line later where later.replaces_id = l.id)
      group by l.handoff_id)
    select h.id as "handoffId", h.lead_id as "leadId", h.routed_at as "routedAt",
      named.fields as "fieldIds",
      coalesce((select jsonb_object_agg(f.key, f.value) from jsonb_each(h.snapshot -> 'fields') f
        where f.key = any (named.fields)), '{}'::jsonb) as fields
    from named join handoff h on h.id = named.id`);
  return missingOf(rows, true);
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

/**
 * Where activities that the trail would have shown had happened by a handoff and came in after it:
 * which source, of which lead.
 */
async function lateSources(handoffIds: readonly string[]): Promise<Map<string, string[]>> {
  if (handoffIds.length === 0) return new Map();
  const { windowDays } = (await exclusionsInForce()).settings;
  const rows = await db.execute<{ handoff: string; source: string }>(sql`
    select distinct h.id as handoff, a.source
    from handoff h join activity a on a.lead_id = h.lead_id
      and a.occurred_at <= h.routed_at and a.occurred_at > h.routed_at - make_interval(days => ${windowDays})
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
 * activities arrived. With an audit (`id`) also those that only its first auditor saw, last.
 */
export async function gapsOf(viewer: Viewer, window: GapWindow): Promise<Gap[]> {
  authorize(viewer, "see the audit");
  const [missing, doubted, counted] = await Promise.all([
    missingIn(window),
    window.id ? doubtedIn(window.id) : [],
    handoffGaps(viewer, window.from, window.until),
  ]);
  const handoffs = [...missing, ...doubted];
  const leadIds = [...new Set(handoffs.map(({ leadId }) => leadId))];
  const [given, attempts, late, steps] = await Promise.all([
    givenTo(leadIds),
    attemptsFor(leadIds),
    lateSources(handoffs.map(({ handoffId }) => handoffId)),
    fillers(viewer),
  ]);
  const givenBy = Map.groupBy(given, ({ leadId }) => leadId);
  const attemptsBy = Map.groupBy(attempts, ({ leadId }) => leadId);
  const missed = handoffs.flatMap(({ handoffId, leadId, routedAt, fieldIds, ...found }) =>
    fieldIds.map((fieldId): Missed => {
      const shown = { field: found.fields[fieldId], doubted: found.doubted };
      const ofTrail = fieldId.startsWith("C3.") || fieldId.startsWith("C4.");
      return {
        handoffId,
        fieldId,
        doubted: doubtedOf(shown),
        saidNotObtainable: shown.field?.notObtainable !== undefined,
        hadValue: hadValueOf(fieldId, shown, givenBy.get(leadId) ?? [], routedAt),
        lateActivities: ofTrail && fieldId !== "C3.9" ? (late.get(handoffId) ?? []) : [],
        heard: heardOf(fieldId, steps, attemptsBy.get(leadId) ?? [], routedAt),
      };
    }),
  );
  const byField = Map.groupBy(missed, ({ fieldId }) => fieldId);
  const machine = new Map(counted.map(({ fieldId, count }) => [fieldId, count]));
  return [...new Set([...machine.keys(), ...byField.keys()])].map((fieldId) => ({
    ...gapOf(fieldId, byField.get(fieldId) ?? []),
    missing: machine.get(fieldId) ?? 0,
  }));
}
