import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { connection } from "@/db/schema/connection";
import { enrichmentStep } from "@/db/schema/enrichment";
import { handoff } from "@/db/schema/handoff";
import { lead, leadField } from "@/db/schema/lead";
import { note } from "@/db/schema/note";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { fillsOf } from "@/lib/enrichment/chain/step";
import { builtInProviders } from "@/lib/enrichment/providers";
import { standardAt } from "@/lib/gate/queries";
import { HANDED_OFF } from "@/lib/gate/status";
import { DAY } from "@/lib/platform/durations";
import { FIELD_IDS, type FieldId } from "@/lib/standard/categories";
import type { Source } from "@/lib/standard/field";
import { bitsOf } from "@/lib/standard/field-states";
import { type FieldMapRow, type FilledCount, type Filler, fieldMap } from "./field-map";

/** Leads captured in the last quarter say how a field arrives nowadays, as in the trial (D.3). */
export const WINDOW_DAYS = 90;

/**
 * How often a field is filled is counted over all of them. How it came and how old it is is read
 * from so many: each costs a dozen random pages, and 500 give a share to within 4.4 points (95%).
 */
const LOOKED_AT = 500;
/** Besides, those changed last, among which the newest arrivals are. */
const LATEST = 100;

type FieldMap = { leads: number; looked: number; rows: FieldMapRow[] };

type Told = {
  fieldId: FieldId;
  source: Source | null;
  provider: string | null;
  leads: number;
  lastAt: string;
  medianAt: string | null;
};

/** Leads of the window that nobody set aside. */
const counted = (since: string) =>
  sql`${lead.capturedAt} >= ${since}::timestamptz and ${lead.status} <> 'excluded'`;

/** What a lead has filled. The routing's own fields come with its handoff, after it was judged. */
const filled = sql`(${lead.filled} | case when ${lead.status} in (${sql.join(
  HANDED_OFF.map((status) => sql`${status}`),
  sql`, `,
)}) then ${bitsOf(["C5.1", "C5.2"])}::bigint else 0 end)`;

async function filledCounts(since: string): Promise<FilledCount[]> {
  return db.execute<FilledCount>(sql`
    select ${filled}::float8 as filled, count(*)::int as leads
    from ${lead} where ${counted(since)} group by 1`);
}

/**
 * Every prevailing value of the leads looked at, told by field, and by field and source. Ids are
 * random, so the first ones in their order are a random draw, and the same at each look.
 */
async function toldBy(since: string): Promise<Told[]> {
  return db.execute<Told>(sql`
    with looked as materialized (
      (select ${lead.id} as id, ${filled} as filled, true as drawn from ${lead}
        where ${counted(since)} order by ${lead.id} limit ${LOOKED_AT})
      union all
      (select ${lead.id}, ${filled}, false from ${lead}
        where ${counted(since)} order by ${lead.updatedAt} desc limit ${LATEST})
    ), told as materialized (
      select looked.drawn, value.* from looked cross join lateral (${valuesOfLead}) as value
      join (values ${PLACES}) as place (field_id, bit) on place.field_id = value.field_id
      where looked.filled & place.bit <> 0
    )
    select field_id as "fieldId", source, case when source <> 'person' then provider end as provider,
      (count(*) filter (where drawn))::int as leads, max(at)::text as "lastAt",
      (percentile_disc(0.5) within group (order by at) filter (where drawn))::text as "medianAt"
    from told group by grouping sets ((1), (1, 2, 3))`);
}

/** A value that does not fill its field, such as a placeholder, did not arrive. */
const PLACES = sql.join(
  FIELD_IDS.map((id) => sql`(${id}, ${bitsOf([id])}::bigint)`),
  sql`, `,
);

// One statement of each kind, by the lead's id; `offset 0` keeps the planner at that.
const valuesOfLead = sql`
  select ${leadField.fieldId} as field_id, ${leadField.source}::text as source,
    ${leadField.provider} as provider, ${leadField.obtainedAt} as at
  from ${leadField}
  where ${leadField.leadId} = looked.id and ${leadField.prevails}
    and ${leadField.notObtainable} is null
  union all
  select one.key, one.value ->> 'source', one.value ->> 'provider',
    (one.value ->> 'obtainedAt')::timestamptz
  from ${lead}, jsonb_each(${lead.computed}) as one where ${lead.id} = looked.id
  union all
  select routing.field_id, 'routing', 'Baton', ${handoff.routedAt}
  from ${lead} join ${handoff} on ${handoff.id} = ${lead.handoffId},
    (values ('C5.1'), ('C5.2')) as routing (field_id) where ${lead.id} = looked.id
  union all
  select 'C5.4', 'person', '', max(${note.at}) from ${note}
  where ${note.leadId} = looked.id and ${note.withdrawnAt} is null having count(*) > 0
  offset 0`;

/** The steps that may fill something now, by the name of their connection or built-in provider. */
async function fillersOf(): Promise<Filler[]> {
  const steps = await db
    .select({
      provider: enrichmentStep.provider,
      connectionId: enrichmentStep.connectionId,
      name: connection.name,
      fills: enrichmentStep.fills,
    })
    .from(enrichmentStep)
    .leftJoin(connection, eq(connection.id, enrichmentStep.connectionId))
    .where(
      and(
        enrichmentStep.enabled,
        isNull(connection.removedAt),
        sql`coalesce(${connection.paused}, false) = false`,
      ),
    )
    .orderBy(asc(enrichmentStep.position), asc(enrichmentStep.provider));
  const labels = new Map(builtInProviders().map(({ id, label }) => [id, label]));
  return steps.flatMap(({ provider, connectionId, name, fills }) => {
    const label = connectionId ? name : labels.get(provider);
    if (!label) return [];
    return fillsOf({ fills }).map(([fieldId, mode]) => ({ fieldId, provider: label, mode }));
  });
}

/**
 * Where each field comes from, how often it arrives filled, how, when last, and how old it is (M.1);
 * of the leads captured in the last 90 days.
 */
export async function readFieldMap(viewer: Viewer, now: Date): Promise<FieldMap> {
  authorize(viewer, "see connections");
  const since = new Date(now.getTime() - WINDOW_DAYS * DAY).toISOString();
  const [standard, counts, told, fillers] = await Promise.all([
    standardAt(now),
    filledCounts(since),
    toldBy(since),
    fillersOf(),
  ]);
  const leads = counts.reduce((sum, one) => sum + one.leads, 0);
  const findings = {
    leads,
    filled: counts,
    fillers,
    arrivals: told.flatMap(({ source, leads, ...one }) =>
      source && leads > 0 ? [{ ...one, source, leads, provider: one.provider ?? "" }] : [],
    ),
    freshness: told
      .filter(({ source }) => source === null)
      .map(({ fieldId, lastAt, medianAt }) => ({
        fieldId,
        lastAt: new Date(lastAt),
        medianAt: medianAt ? new Date(medianAt) : null,
      })),
  };
  return {
    leads,
    looked: Math.min(leads, LOOKED_AT),
    rows: fieldMap(standard, findings, now),
  };
}
