import { and, eq, inArray, isNull, lte, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { decision, handoff } from "@/db/schema/handoff";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import type { Calendar, Stretch } from "@/lib/sla/calendar";
import { ownCalendar } from "@/lib/sla/queries";
import { SOON_SECONDS } from "@/lib/sla/response-window";
import { responseWindow } from "@/lib/sla/standing";
import { missedBefore, readBack } from "./read-back";
import type { QueueCounts, QueuePlace, QueueRow } from "./row";
import { type Moment, STANDING, standing, type Top } from "./standing/queries";
import { HOT_MINUTES } from "./urgency";
import { MORE_ROWS, type QueueFilter, type QueueList, type QueueView } from "./view";

/** Seconds; as a number of the machine's own, since `numeric` is counted digit by digit. */
const ROUTED = sql`extract(epoch from ${STANDING.routedAt})::float8`;

/** As `workingMsBetween` the routing and the end of what is read back, up to its beginning. */
function workedMs(work: readonly Stretch[]): SQL {
  const routed = sql`(${ROUTED} * 1000)::bigint`;
  const each = work.map(
    ({ from, until }) => sql`greatest(0, ${until}::bigint - greatest(${from}::bigint, ${routed}))`,
  );
  return sql`(${sql.join([sql`0`, ...each], sql` + `)})`;
}

/** Worked out once a row (hence the offset), since an order and its filters ask for it several times. */
const clocked = (work: readonly Stretch[]) =>
  sql`lateral (select ${workedMs(work)} - ${STANDING.windowSeconds} * 1000 as past offset 0) clocked`;
const TRIED_AT = STANDING.triedAt;
/** Milliseconds of working time since the window's end; negative before it. */
const PAST = sql`clocked.past`;

/** The same order as `byUrgency`. */
function urgencyKeys(): SQL[] {
  const hot = sql`${TRIED_AT} is null and ${PAST} <= ${HOT_MINUTES * 60_000}`;
  return [
    sql`case when ${TRIED_AT} is not null then 2 when ${hot} then 0 else 1 end`,
    sql`case when ${hot} then -${PAST} end`,
    sql`case when ${hot} then ${ROUTED} else -${ROUTED} end`,
    STANDING.handoffId,
  ];
}

const COMPLETE_CATEGORIES = sql`(${sql.join(
  [
    handoff.contactBasics,
    handoff.companyIntelligence,
    handoff.behavioralTrail,
    handoff.scoringContext,
    handoff.handoffMetadata,
  ].map((column) => sql`(${column} = 'complete')::int`),
  sql` + `,
)})`;

/** What a view is ordered by, the first first, all in the view's direction. */
function keysOf({ by }: QueueView["sort"]): SQL[] {
  if (by === "left") return urgencyKeys();
  const plain = {
    lead: handoff.name,
    company: handoff.companyName,
    tier: handoff.tier,
    score: handoff.scoreTotal,
    documented: COMPLETE_CATEGORIES,
    decided: STANDING.decidedAt,
  };
  return [sql`${plain[by]}`, STANDING.handoffId];
}

function ordered(keys: readonly SQL[], { direction }: QueueView["sort"]): SQL {
  const way = direction === "ascending" ? sql`asc` : sql`desc`;
  return sql.join(
    keys.map((key) => sql`${key} ${way} nulls last`),
    sql`, `,
  );
}

/** No attempt yet, and two minutes or less are left; the same as `soon` or `late`. */
const IS_DUE = sql`(${TRIED_AT} is null and ${PAST} >= ${-SOON_SECONDS * 1000})`;

const FILTERS: Record<QueueFilter, SQL> = {
  due: IS_DUE,
  tier1: sql`${handoff.tier} = 1`,
  rising: sql`${handoff.trend} = 'rising'`,
  warm: sql`${handoff.warm}`,
  tried: sql`${TRIED_AT} is not null`,
};

/** Whether what a view shows, or its order, goes by columns of the handoff itself. */
const asksHandoff = ({ sort, filters }: QueueView) =>
  !["left", "decided"].includes(sort.by) ||
  filters.some((each) => each !== "due" && each !== "tried");

const LISTS: Record<QueueList, SQL | undefined> = {
  open: isNull(decision.handoffId),
  accepted: eq(decision.accepted, true),
  returned: eq(decision.accepted, false),
};

const decidedBy = (at: Date) =>
  and(eq(decision.handoffId, handoff.id), lte(decision.at, at)) ?? sql`false`;

const filtered = ({ filters }: QueueView) =>
  and(...filters.map((each) => FILTERS[each])) ?? sql`true`;

/** The first attempt, where it had happened by then. */
const triedBy = (attempted: SQL, at: Date) =>
  sql<string | null>`case when ${attempted} <= ${at.toISOString()} then ${attempted} end`;

const ofStanding = sql`${handoff.id} = ${STANDING.handoffId}`;

type Read = { routedAt: Date; windowSeconds: number; firstAttemptAt: string | null };

/** A row with its clock, by the same arithmetic as everywhere. */
function withWindow<Row extends Read>(row: Row, calendar: Calendar, now: Date) {
  const firstAttemptAt = row.firstAttemptAt === null ? null : new Date(row.firstAttemptAt);
  const attempts = firstAttemptAt ? [firstAttemptAt] : [];
  return { ...row, firstAttemptAt, window: responseWindow({ ...row, calendar }, attempts, now) };
}

const COLUMNS = {
  id: handoff.id,
  leadId: handoff.leadId,
  name: handoff.name,
  jobTitle: handoff.jobTitle,
  companyName: handoff.companyName,
  trigger: handoff.trigger,
  tier: handoff.tier,
  scoreTotal: handoff.scoreTotal,
  scoreDelta: handoff.scoreDelta,
  trend: handoff.trend,
  completeness: {
    contactBasics: handoff.contactBasics,
    companyIntelligence: handoff.companyIntelligence,
    behavioralTrail: handoff.behavioralTrail,
    scoringContext: handoff.scoringContext,
    handoffMetadata: handoff.handoffMetadata,
  },
  timeZone: handoff.timeZone,
  corrected: sql<boolean>`exists (select 1 from notice n where n.handoff_id = ${handoff.id}
    and n.person_id = ${handoff.ownerId} and n.kind = 'correction' and n.seen_at is null)`,
  routedAt: handoff.routedAt,
  windowSeconds: handoff.windowSeconds,
  decision: {
    accepted: decision.accepted,
    reason: decision.reason,
    words: decision.words,
    at: decision.at,
  },
};

type Worked = Moment & { work: readonly Stretch[]; top?: Top };

const momentOf = ({ asOf }: QueueView, now: Date): Moment => ({
  at: asOf ?? now,
  held: asOf !== null,
});

/**
 * What a view lists, as a table `listed` of leads and their handoffs with the keys of its order,
 * which are worked out once a row (hence the offset).
 */
function keyed(viewer: Viewer, view: QueueView, { work, top, ...moment }: Worked) {
  const keys = keysOf(view.sort);
  const names = keys.map((_, place) => sql.raw(`key_${place}`));
  const named = keys.map((key, place) => sql`${key} as ${names[place]}`);
  const joined = asksHandoff(view) ? sql`join ${handoff} on ${ofStanding}` : sql``;
  const rows = sql`(
    select ${STANDING.leadId} as lead_id, ${STANDING.handoffId} as handoff_id,
      ${STANDING.attemptedAt} as attempted_at, ${sql.join(named, sql`, `)}
    from ${standing(viewer, view.list, moment, top)} cross join ${clocked(work)} ${joined}
    where ${filtered(view)} offset 0) listed`;
  return { rows, order: ordered(names, view.sort) };
}

/**
 * Some rows of a rep's list, the most urgent first or as the view says (Q.1), those `after` the
 * first so many. The list is that of the view's moment, so that what is fetched later continues
 * it; the clocks are those of `now`.
 */
export async function queueRows(
  viewer: Viewer,
  view: QueueView,
  now: Date,
  { after = 0, limit = MORE_ROWS }: { after?: number; limit?: number } = {},
): Promise<QueueRow[]> {
  authorize(viewer, "work the queue");
  const moment = momentOf(view, now);
  const calendar = await ownCalendar(viewer);
  const work = readBack(calendar, moment.at);
  const urgentFirst = view.sort.by === "left" && view.sort.direction === "ascending";
  const first = urgentFirst && view.filters.length === 0 && view.asOf === null;
  const missed = first ? missedBefore(work) : null;
  const top = missed ? { missed, limit: after + limit } : undefined;
  const { rows: listed, order } = keyed(viewer, view, { ...moment, work, ...(top && { top }) });
  // What is open now was not decided on.
  const decided = view.list === "open" && !moment.held ? sql`false` : decidedBy(moment.at);
  // Only those that are shown are read whole.
  const rows = await db
    .select({ ...COLUMNS, firstAttemptAt: triedBy(sql`listed.attempted_at`, now) })
    .from(sql`(select * from ${listed} order by ${order} limit ${limit} offset ${after}) listed`)
    .innerJoin(handoff, sql`${handoff.id} = listed.handoff_id`)
    .leftJoin(decision, decided)
    .orderBy(order);
  return rows.map((row) => withWindow(row, calendar, now));
}

/**
 * The rows of some leads of the viewer's own, in whichever of their lists they are now, and
 * whether the view shows them. Leads that are not theirs are left out like those that do not exist.
 */
export async function queueRowsOf(
  viewer: Viewer,
  view: QueueView,
  leadIds: readonly string[],
  now: Date,
): Promise<(QueueRow & { shown: boolean })[]> {
  authorize(viewer, "work the queue");
  if (leadIds.length === 0) return [];
  const calendar = await ownCalendar(viewer);
  const rows = await db
    .select({
      ...COLUMNS,
      firstAttemptAt: triedBy(STANDING.attemptedAt, now),
      shown: sql<boolean>`coalesce(${and(LISTS[view.list], filtered(view))}, false)`,
    })
    .from(standing(viewer, "any", { at: now, held: false }))
    .innerJoin(clocked(readBack(calendar, now)), sql`true`)
    .innerJoin(handoff, ofStanding)
    .leftJoin(decision, decidedBy(now))
    .where(inArray(STANDING.leadId, [...leadIds]));
  return rows.map((row) => withWindow(row, calendar, now));
}

/** Due by a count of its own: what was routed before `missed` needs no arithmetic. */
function dueIn(work: readonly Stretch[]): SQL {
  const missed = missedBefore(work);
  const past = sql`${workedMs(work)} - ${STANDING.windowSeconds} * 1000 >= ${-SOON_SECONDS * 1000}`;
  const due = missed ? sql`(${STANDING.routedAt} < ${missed.toISOString()} or ${past})` : past;
  return sql`${TRIED_AT} is null and ${due}`;
}

/** The numbers beside the list: "23 leads, 2 due now". */
export async function queueCounts(
  viewer: Viewer,
  view: QueueView,
  now: Date,
): Promise<QueueCounts> {
  authorize(viewer, "work the queue");
  const moment = momentOf(view, now);
  const work = readBack(await ownCalendar(viewer), moment.at);
  const [row] = await db
    .select({
      open: sql<number>`count(*)::int`,
      due: sql<number>`(count(*) filter (where ${dueIn(work)}))::int`,
    })
    .from(standing(viewer, "open", moment));
  if (!row) throw new Error("A count always has a row.");
  const plain = view.list === "open" && view.filters.length === 0;
  return { ...row, shown: plain ? row.open : await countShown(viewer, view, { ...moment, work }) };
}

async function countShown(viewer: Viewer, view: QueueView, worked: Worked): Promise<number> {
  const { work, ...moment } = worked;
  const joined = asksHandoff(view) ? sql`join ${handoff} on ${ofStanding}` : sql``;
  const [row] = await db.execute<{ shown: number }>(sql`
    select count(*)::int as shown from ${standing(viewer, view.list, moment)}
    cross join ${clocked(work)} ${joined} where ${filtered(view)}`);
  return row?.shown ?? 0;
}

/** Where a lead stands in the viewer's list, with its neighbours; null where it is not on it. */
export async function queuePlace(
  viewer: Viewer,
  view: QueueView,
  leadId: string,
  now: Date,
): Promise<QueuePlace | null> {
  authorize(viewer, "work the queue");
  const moment = momentOf(view, now);
  const work = readBack(await ownCalendar(viewer), moment.at);
  const { rows: listed, order } = keyed(viewer, view, { ...moment, work });
  const rows = await db.execute<QueuePlace>(sql`
    select at, of, previous, next from (
      select lead_id, (row_number() over places)::int as at, (count(*) over ())::int as of,
        lag(lead_id) over places as previous, lead(lead_id) over places as next
      from ${listed} window places as (order by ${order})
    ) placed where lead_id = ${leadId}`);
  return rows[0] ?? null;
}
