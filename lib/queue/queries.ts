import { eq, isNull, type Placeholder, type SQL, sql } from "drizzle-orm";
import { db, wordedOnce } from "@/db/client";
import { decision, handoff } from "@/db/schema/handoff";
import { leadField } from "@/db/schema/lead";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import type { Calendar } from "@/lib/sla/calendar";
import { responseWindow } from "@/lib/sla/standing";
import type { CrmMatch } from "@/lib/standard/company-intelligence";
import { filtered, keyed, listName, ofStanding, openAndDue, shownAndDue } from "./listing/queries";
import { GAP, type Moment, momentOf } from "./moment/queries";
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

/** What differs from one page of a list to the next, and the moment that its clocks show. */
const PAGE = {
  after: sql.placeholder("after"),
  limit: sql.placeholder("limit"),
  first: sql.placeholder("first"),
  now: sql.placeholder("now"),
};

const decidedBy = (at: Placeholder) =>
  sql`${decision.handoffId} = ${handoff.id} and ${decision.at} <= ${at}`;

/** The first attempt, where it had happened by now. */
const triedByNow = (attempted: SQL) =>
  sql<string | null>`case when ${attempted} <= ${PAGE.now} then ${attempted} end`;

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
  // What prevails, and not the snapshot's: one look into an index, where a document would be unpacked.
  crmMatch: sql<CrmMatch | null>`(select ${leadField.value} #>> '{}' from ${leadField}
    where ${leadField.leadId} = ${handoff.leadId} and ${leadField.fieldId} = 'C2.5'
      and ${leadField.prevails})`,
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
type Asked = { viewer: Viewer; view: QueueView; now: Date };

/** Rows of a view, each with what `more` asks besides under the name of the `whole`. */
function rowsOf<More extends Record<string, SQL<unknown>>>(
  { viewer, view, now }: Asked,
  { after = 0, limit = MORE_ROWS }: Part,
  whole: string,
  more: (moment: Moment) => More,
) {
  const moment = momentOf(viewer, view, now);
  const statement = wordedOnce(`${whole} of ${listName(view, moment)}`, () =>
    rowsStatement(view, moment, more(moment)).prepare(whole),
  );
  const page = { after, limit, first: after + limit, now: now.toISOString() };
  return statement.execute({ ...moment.filling, ...page });
}

function rowsStatement<More extends Record<string, SQL<unknown>>>(
  view: QueueView,
  moment: Moment,
  more: More,
) {
  const isTop = isByUrgency(view) && !moment.held && moment.missed;
  const { rows, order } = keyed(view, standing(view.list, moment, isTop ? PAGE.first : undefined));
  // What is open now was not decided on.
  const decided = view.list === "open" && !moment.held ? sql`false` : decidedBy(GAP.at);
  // Only those that are shown are read whole.
  const shown = sql`(select * from ${rows} order by ${order} limit ${PAGE.limit} offset ${PAGE.after})`;
  return db
    .select({ ...COLUMNS, ...more, firstAttemptAt: triedByNow(sql`listed.attempted_at`) })
    .from(sql`${shown} listed`)
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
  const rows = await rowsOf({ viewer, view, now }, part, "rows", () => ({}));
  return rows.map((row) => withWindow(row, viewer.calendar, now));
}

type QueueTop = { rows: QueueRow[]; counts: QueueCounts; saved: SavedView[] };

/** What a screen shows of a list at first, with what stands beside it: all of one moment. */
export async function queueTop(viewer: Viewer, view: QueueView, now: Date): Promise<QueueTop> {
  authorize(viewer, "work the queue");
  const found = await rowsOf({ viewer, view, now }, { limit: FIRST_ROWS }, "top", (moment) => ({
    counts: countsOf(view, moment),
    saved: savedViewsOf(viewer, GAP.owner),
  }));
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
  const moment = momentOf(viewer, { asOf: null }, now);
  const statement = wordedOnce(`some of ${listName(view, moment)}`, () =>
    db
      .select({
        ...COLUMNS,
        firstAttemptAt: triedByNow(STANDING.attemptedAt),
        shown: sql<boolean>`coalesce(${LISTS[view.list]} and ${filtered(view)}, false)`,
      })
      .from(standing("any", moment))
      .innerJoin(handoff, ofStanding)
      .leftJoin(decision, decidedBy(PAGE.now))
      .where(sql`${STANDING.leadId} = any(${sql.placeholder("leads")}::uuid[])`)
      .prepare("some"),
  );
  const rows = await statement.execute({
    ...moment.filling,
    now: now.toISOString(),
    leads: [...leadIds],
  });
  return rows.map((row) => withWindow(row, viewer.calendar, now));
}

/** The numbers beside a list as one value, counted once a statement whatever its rows. */
function countsOf(view: QueueView, moment: Moment): SQL<QueueCounts> {
  if (view.list === "open" && view.filters.length === 0) {
    return sql<QueueCounts>`(
      select json_build_object('open', open, 'due', due, 'shown', open)
      from (${openAndDue(moment)}) counted)`;
  }
  return sql<QueueCounts>`(
    select json_build_object('open', counted.open, 'due', listed.due, 'shown', listed.shown)
    from (${openAndDue(moment)}) counted, (${shownAndDue(view, moment)}) listed)`;
}

/** The numbers beside the list: "23 leads, 2 due now". */
export async function queueCounts(
  viewer: Viewer,
  view: QueueView,
  now: Date,
): Promise<QueueCounts> {
  authorize(viewer, "work the queue");
  const moment = momentOf(viewer, view, now);
  const statement = wordedOnce(`counts of ${listName(view, moment)}`, () =>
    db
      .select({ counts: countsOf(view, moment) })
      .from(sql`(select) one`)
      .prepare("counts"),
  );
  const [row] = await statement.execute(moment.filling);
  if (!row) throw new Error("A count always has a row.");
  return row.counts;
}
