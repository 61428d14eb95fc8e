import { and, eq, inArray, isNull, lte, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { decision, handoff } from "@/db/schema/handoff";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import type { Calendar } from "@/lib/sla/calendar";
import { responseWindow } from "@/lib/sla/standing";
import { asksHandoff, filtered, keyed, momentOf, ofStanding, openAndDue } from "./listing/queries";
import { missedBefore } from "./read-back";
import type { QueueCounts, QueueRow } from "./row";
import { savedViews, savedViewsOf } from "./saved/queries";
import type { SavedView } from "./saved/saved-query";
import { STANDING, standing } from "./standing/queries";
import { FIRST_ROWS, isByUrgency, MORE_ROWS, type QueueList, type QueueView } from "./view";

const LISTS: Record<QueueList, SQL | undefined> = {
  open: isNull(decision.handoffId),
  accepted: eq(decision.accepted, true),
  returned: eq(decision.accepted, false),
};

const decidedBy = (at: Date) =>
  and(eq(decision.handoffId, handoff.id), lte(decision.at, at)) ?? sql`false`;

/** The first attempt, where it had happened by then. */
const triedBy = (attempted: SQL, at: Date) =>
  sql<string | null>`case when ${attempted} <= ${at.toISOString()} then ${attempted} end`;

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

type Part = { after?: number; limit?: number };

/** Rows of a view, each with what `more` asks besides. */
function rowsOf<More extends Record<string, SQL<unknown>>>(
  viewer: Viewer,
  view: QueueView,
  now: Date,
  { after = 0, limit = MORE_ROWS, more }: Part & { more: More },
) {
  const moment = momentOf(viewer, view, now);
  const missed = isByUrgency(view) && view.asOf === null ? missedBefore(moment.work) : null;
  const top = missed ? { missed, limit: after + limit } : undefined;
  const { rows: listed, order } = keyed(view, standing(viewer, view.list, moment, top));
  // What is open now was not decided on.
  const decided = view.list === "open" && !moment.held ? sql`false` : decidedBy(moment.at);
  // Only those that are shown are read whole.
  return db
    .select({ ...COLUMNS, ...more, firstAttemptAt: triedBy(sql`listed.attempted_at`, now) })
    .from(sql`(select * from ${listed} order by ${order} limit ${limit} offset ${after}) listed`)
    .innerJoin(handoff, sql`${handoff.id} = listed.handoff_id`)
    .leftJoin(decision, decided)
    .orderBy(order);
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
  part: Part = {},
): Promise<QueueRow[]> {
  authorize(viewer, "work the queue");
  const rows = await rowsOf(viewer, view, now, { ...part, more: {} });
  return rows.map((row) => withWindow(row, viewer.calendar, now));
}

type QueueTop = { rows: QueueRow[]; counts: QueueCounts; saved: SavedView[] };

/** What a screen shows of a list at first, with what stands beside it: all of one moment. */
export async function queueTop(viewer: Viewer, view: QueueView, now: Date): Promise<QueueTop> {
  authorize(viewer, "work the queue");
  const more = { counts: countsOf(viewer, view, now), saved: savedViewsOf(viewer) };
  const found = await rowsOf(viewer, view, now, { limit: FIRST_ROWS, more });
  const rows = found.map(({ counts: _, saved: __, ...row }) =>
    withWindow(row, viewer.calendar, now),
  );
  const [beside] = found;
  if (beside) return { rows, counts: beside.counts, saved: beside.saved };
  const [counts, saved] = await Promise.all([queueCounts(viewer, view, now), savedViews(viewer)]);
  return { rows, counts, saved };
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
  const { calendar } = viewer;
  const rows = await db
    .select({
      ...COLUMNS,
      firstAttemptAt: triedBy(STANDING.attemptedAt, now),
      shown: sql<boolean>`coalesce(${and(LISTS[view.list], filtered(view))}, false)`,
    })
    .from(standing(viewer, "any", momentOf(viewer, { asOf: null }, now)))
    .innerJoin(handoff, ofStanding)
    .leftJoin(decision, decidedBy(now))
    .where(inArray(STANDING.leadId, [...leadIds]));
  return rows.map((row) => withWindow(row, calendar, now));
}

/** The numbers beside a list as one value, counted once a statement whatever its rows. */
function countsOf(viewer: Viewer, view: QueueView, now: Date): SQL<QueueCounts> {
  const moment = momentOf(viewer, view, now);
  const plain = view.list === "open" && view.filters.length === 0;
  const joined = asksHandoff(view) ? sql`join ${handoff} on ${ofStanding}` : sql``;
  const shown = plain
    ? sql`open`
    : sql`(select count(*) from ${standing(viewer, view.list, moment)}
        ${joined} where ${filtered(view)})`;
  return sql<QueueCounts>`(
    select json_build_object('open', open, 'due', due, 'shown', ${shown})
    from (${openAndDue(viewer, moment)}) counted)`;
}

/** The numbers beside the list: "23 leads, 2 due now". */
export async function queueCounts(
  viewer: Viewer,
  view: QueueView,
  now: Date,
): Promise<QueueCounts> {
  authorize(viewer, "work the queue");
  const counts = countsOf(viewer, view, now);
  const [row] = await db.execute<{ counts: QueueCounts }>(sql`select ${counts} as counts`);
  if (!row) throw new Error("A count always has a row.");
  return row.counts;
}
