import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";

/**
 * The gate would not let the copy of a handoff through whose values turned out to be wrong, or changed
 * since: it is held against the values of now.
 */
const TEMPLATES: SQL = sql`(select * from lead where not exists (
  select from handoff h where h.id = lead.handoff_id
    and baton_gate_shortfall(lead.id, h.standard_version, h.snapshot) is not null))`;

/**
 * One row per lead to be made: `c`, with the lead it is a copy of, its number, id and address, and how
 * much `earlier` all of it was. Copies are told apart by their number before the @, so that every
 * address stays unique, and each happened a day before the one before it, over so many `days`: a
 * rep who got a lead in this minute would otherwise have got all of its copies, too.
 */
const plan = (leads: number, days: number): SQL => sql`
  create temporary table lead_copy on commit drop as
  select template.id as template_id, template.email as template_email,
    template.handoff_id as template_handoff_id, copy.number,
    md5(template.id::text || copy.number)::uuid as id,
    regexp_replace(template.email, '@', '.' || copy.number || '@') as email,
    make_interval(days => copy.number % ${days}::int) as earlier
  from generate_series(1, ${leads}::int / greatest((select count(*)::int from ${TEMPLATES} as t), 1) + 1)
    copy (number), ${TEMPLATES} template
  order by copy.number, template.email, template.external_id
  limit greatest(${leads}::int - (select count(*) from lead), 0)`;

/**
 * How the rows of a table are copied with their lead. `from` joins the template's row as `o`;
 * `own` says which columns differ in the copy, and null leaves a column to its default.
 */
type Copied = { table: string; from: string; own: Record<string, string | null>; limit?: number };

const OF_LEAD = "o on o.lead_id = c.template_id";
/** A lead that was handed off again had other values the first time: its last handoff is copied. */
const OF_HANDOFF = "o on o.handoff_id = c.template_handoff_id";
const handoffId = "md5(c.template_handoff_id::text || c.number)::uuid";
const ofLead = (table: string): Copied => ({
  table,
  from: `${table} ${OF_LEAD}`,
  own: { id: null, lead_id: "c.id" },
});
const ofHandoff = (table: string): Copied => ({
  table,
  from: `${table} ${OF_HANDOFF}`,
  own: { id: null, handoff_id: handoffId },
});

const lead: Copied = {
  table: "lead",
  from: "lead o on o.id = c.template_id",
  own: {
    id: "c.id",
    email: "c.email",
    external_id: "o.external_id || '-' || c.number",
    // Nobody asks providers about copies: a benchmark is not to run beside thousands of jobs.
    enrichment_next_at: null,
    // Nor are their scores judged again as time passes, for the same reason.
    score_due_at: null,
    // Handed off further down, through the gate, or not at all.
    handoff_id: null,
    status: "case when o.handoff_id is null then o.status else 'ready' end",
  },
};

const field: Copied = {
  ...ofLead("lead_field"),
  own: {
    lead_id: "c.id",
    value: `case when o.field_id = 'C1.4' and o.value = to_jsonb(c.template_email)
      then to_jsonb(c.email) else o.value end`,
  },
};

/** Goes through the gate's trigger row by row, like every handoff. */
const handoff: Copied = {
  table: "handoff",
  from: "handoff o on o.id = c.template_handoff_id",
  own: {
    id: handoffId,
    lead_id: "c.id",
    snapshot: `jsonb_set(jsonb_set(o.snapshot, '{leadId}', to_jsonb(c.id)),
      '{fields,C1.4,value}', to_jsonb(c.email))`,
  },
};

const history: Copied = {
  table: "history",
  from: "history o on o.subject = 'lead' and o.subject_id = c.template_id::text",
  own: { id: null, subject_id: "c.id::text" },
};

async function copy(tx: Transaction, { table, from, own, limit }: Copied): Promise<number> {
  const columns = await tx.execute<{ name: string; isMoment: boolean }>(sql`
    select attname as name, atttypid = 'timestamptz'::regtype as "isMoment" from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''
    order by attnum`);
  const copied = columns.filter(({ name }) => own[name] !== null);
  const names = copied.map(({ name }) => name);
  const values = copied.map(
    ({ name, isMoment }) => own[name] ?? `o."${name}"${isMoment ? " - c.earlier" : ""}`,
  );
  const { count } = await tx.execute(
    sql.raw(`insert into "${table}" (${names.map((name) => `"${name}"`).join(", ")})
      select ${values.join(", ")} from lead_copy c join ${from}
      order by c.number limit ${limit ?? "all"}`),
  );
  return count;
}

/** The months that copies of activities are of. */
const MONTHS: SQL = sql`
  select baton_activity_month(month) from generate_series(
    date_trunc('month', (select min(occurred_at) from activity)
      - (select max(earlier) from lead_copy), 'UTC'),
    (select max(occurred_at) from activity), '1 month') month`;

/** The copies stand where their templates stand, now that their handoffs exist. */
const STANDING: SQL = sql`
  update lead set status = o.status, handoff_id = ${sql.raw(handoffId)}
  from lead_copy c join lead o on o.id = c.template_id
  where lead.id = c.id and o.handoff_id is not null`;

/** What the rules left out of the copies' trails; one row a rule and day, as jobs sum them up. */
const EXCLUSIONS: SQL = sql`
  insert into exclusion_count (day, rule, count)
  select d.day::date, r.rule, sum(d.count::int)
  from lead_copy c join lead l on l.id = c.id,
    jsonb_each(l.exclusion_days) r (rule, days), jsonb_each_text(r.days) d (day, count)
  group by 1, 2`;

/**
 * Copies the leads there are, with everything that hangs on them, until there are `leads`. Copies
 * of activities stop at `activities` in all. Every column is copied but those that tell the copy
 * from its template, so that a column added later comes along; every moment is as much earlier as
 * the copy is, but for what JSON tells, as a snapshot does. With one of `days` none is earlier.
 */
export async function copyLeads(
  tx: Transaction,
  { leads, activities, days }: { leads: number; activities: number; days: number },
  log: (line: string) => void,
): Promise<void> {
  await tx.execute(plan(leads, days));
  await tx.execute(sql`create unique index on lead_copy (template_id, number)`);
  await tx.execute(sql`analyze lead_copy`);
  const done = async (copied: Copied) => log(`${copied.table}: ${await copy(tx, copied)} copied`);
  for (const copied of [lead, field, handoff]) await done(copied);
  await tx.execute(STANDING);
  for (const table of ["attempt", "decision", "finding"]) await done(ofHandoff(table));
  const ofLeads = ["lead_exclusion", "enrichment_attempt", "summary_version", "note"];
  for (const table of [...ofLeads, "score_entry", "score_history", "score_override", "map_score"]) {
    await done(ofLead(table));
  }
  const [known] = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from activity`,
  );
  await tx.execute(MONTHS);
  await done({ ...ofLead("activity"), limit: Math.max(0, activities - (known?.count ?? 0)) });
  await done(history);
  await tx.execute(EXCLUSIONS);
}
