import { and, eq, inArray, isNull, lte, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { attempt, decision, handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import type { Calendar, Stretch } from "@/lib/sla/calendar";
import { ownCalendar } from "@/lib/sla/queries";
import { SOON_SECONDS } from "@/lib/sla/response-window";
import { responseWindow } from "@/lib/sla/standing";
import { readBack } from "./read-back";
import type { QueueCounts, QueuePlace, QueueRow } from "./row";
import { HOT_MINUTES } from "./urgency";
import { MORE_ROWS, type QueueFilter, type QueueList, type QueueView } from "./view";

/** The same as `firstAttempt`: the earliest since the routing that had happened by then. */
const firstAttemptBy = (at: Date) => sql<string | null>`(
  select min(${attempt.at}) from ${attempt}
  where ${attempt.handoffId} = ${handoff.id}
    and ${attempt.at} >= ${handoff.routedAt} and ${attempt.at} <= ${at.toISOString()})`;

/** As `workingMsBetween` the routing and the end of what is read back, up to its beginning. */
function workedMs(work: readonly Stretch[]): SQL {
  const routed = sql`(extract(epoch from ${handoff.routedAt}) * 1000)::bigint`;
  const each = work.map(
    ({ from, until }) => sql`greatest(0, ${until}::bigint - greatest(${from}::bigint, ${routed}))`,
  );
  return sql`(${sql.join([sql`0`, ...each], sql` + `)})`;
}

/** Joined once, since an order and its filters ask for it several times a row. */
const tried = (at: Date, calendar: Calendar) => sql`lateral (select ${firstAttemptBy(at)} as at,
  ${workedMs(readBack(calendar, at))} - ${handoff.windowSeconds} * 1000 as past) tried`;
const TRIED_AT = sql`tried.at`;
/** Milliseconds of working time since the window's end; negative before it. */
const PAST = sql`tried.past`;

/** The same order as `byUrgency`. */
function urgencyOrder(): SQL[] {
  const group = sql`case when ${TRIED_AT} is not null then 2
    when ${PAST} <= ${HOT_MINUTES * 60_000} then 0 else 1 end`;
  const epoch = sql`extract(epoch from ${handoff.routedAt})`;
  return [
    group,
    sql`case when ${group} = 0 then -${PAST} end`,
    sql`case when ${group} = 0 then ${epoch} else -${epoch} end`,
    sql`${handoff.id}`,
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

function orderOf({ by, direction }: QueueView["sort"]): SQL {
  const plain = {
    lead: handoff.name,
    company: handoff.companyName,
    tier: handoff.tier,
    score: handoff.scoreTotal,
    documented: COMPLETE_CATEGORIES,
    decided: decision.at,
  };
  const way = direction === "ascending" ? sql`asc` : sql`desc`;
  const keys = by === "left" ? urgencyOrder() : [sql`${plain[by]}`, sql`${handoff.id}`];
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

const LISTS: Record<QueueList, SQL | undefined> = {
  open: isNull(decision.handoffId),
  accepted: eq(decision.accepted, true),
  returned: eq(decision.accepted, false),
};

/** The viewer's handoffs as they stood at a moment; a lead given to somebody else since is theirs. */
const mine = (viewer: Viewer, at: Date) =>
  and(eq(handoff.ownerId, viewer.id), lte(handoff.routedAt, at), eq(lead.handoffId, handoff.id));

const decidedBy = (at: Date) =>
  and(eq(decision.handoffId, handoff.id), lte(decision.at, at)) ?? sql`false`;

function listed(viewer: Viewer, { list, filters }: QueueView, at: Date) {
  return and(mine(viewer, at), LISTS[list], ...filters.map((each) => FILTERS[each]));
}

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
  const at = view.asOf ?? now;
  const calendar = await ownCalendar(viewer);
  const rows = await db
    .select({ ...COLUMNS, firstAttemptAt: firstAttemptBy(now) })
    .from(handoff)
    .innerJoin(lead, eq(lead.id, handoff.leadId))
    .innerJoin(tried(at, calendar), sql`true`)
    .leftJoin(decision, decidedBy(at))
    .where(listed(viewer, view, at))
    .orderBy(orderOf(view.sort))
    .limit(limit)
    .offset(after);
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
      firstAttemptAt: firstAttemptBy(now),
      shown: sql<boolean>`coalesce(${listed(viewer, view, now)}, false)`,
    })
    .from(handoff)
    .innerJoin(lead, eq(lead.id, handoff.leadId))
    .innerJoin(tried(now, calendar), sql`true`)
    .leftJoin(decision, decidedBy(now))
    .where(and(mine(viewer, now), inArray(handoff.leadId, [...leadIds])));
  return rows.map((row) => withWindow(row, calendar, now));
}

/** The numbers beside the list: "23 leads, 2 due now". */
export async function queueCounts(
  viewer: Viewer,
  view: QueueView,
  now: Date,
): Promise<QueueCounts> {
  authorize(viewer, "work the queue");
  const at = view.asOf ?? now;
  const calendar = await ownCalendar(viewer);
  const count = (condition: SQL | undefined) =>
    sql<number>`(count(*) filter (where ${condition ?? sql`true`}))::int`;
  const [row] = await db
    .select({
      shown: count(listed(viewer, view, at)),
      open: count(LISTS.open),
      due: count(and(LISTS.open, IS_DUE)),
      accepted: count(LISTS.accepted),
      returned: count(LISTS.returned),
    })
    .from(handoff)
    .innerJoin(lead, eq(lead.id, handoff.leadId))
    .innerJoin(tried(at, calendar), sql`true`)
    .leftJoin(decision, decidedBy(at))
    .where(mine(viewer, at));
  return row ?? { shown: 0, open: 0, due: 0, accepted: 0, returned: 0 };
}

/** Where a lead stands in the viewer's list, with its neighbours; null where it is not on it. */
export async function queuePlace(
  viewer: Viewer,
  view: QueueView,
  leadId: string,
  now: Date,
): Promise<QueuePlace | null> {
  authorize(viewer, "work the queue");
  const at = view.asOf ?? now;
  const calendar = await ownCalendar(viewer);
  const over = sql`over (order by ${orderOf(view.sort)})`;
  const places = db
    .select({
      leadId: handoff.leadId,
      at: sql<number>`(row_number() ${over})::int`.as("place"),
      of: sql<number>`(count(*) over ())::int`.as("places"),
      previous: sql<string | null>`lag(${handoff.leadId}) ${over}`.as("previous"),
      next: sql<string | null>`lead(${handoff.leadId}) ${over}`.as("next"),
    })
    .from(handoff)
    .innerJoin(lead, eq(lead.id, handoff.leadId))
    .innerJoin(tried(at, calendar), sql`true`)
    .leftJoin(decision, decidedBy(at))
    .where(listed(viewer, view, at))
    .as("places");
  const [row] = await db
    .select({ at: places.at, of: places.of, previous: places.previous, next: places.next })
    .from(places)
    .where(eq(places.leadId, leadId));
  return row ?? null;
}
