import { and, type SQL, sql } from "drizzle-orm";
import { handoff } from "@/db/schema/handoff";
import { MINUTE } from "@/lib/platform/durations";
import { SOON_SECONDS } from "@/lib/sla/response-window";
import type { Moment } from "../moment/queries";
import { openParts, STANDING, standing } from "../standing/queries";
import { HOT_MINUTES } from "../urgency";
import type { QueueFilter, QueueView } from "../view";

const TRIED_AT = STANDING.triedAt;
const PAST = STANDING.past;
/** Seconds; by `date_part` a number of the machine's own, where `extract` counts digit by digit. */
const ROUTED = sql`date_part('epoch', ${STANDING.routedAt})`;

/** The same order as `byUrgency`. */
function urgencyKeys(): SQL[] {
  const hot = sql`${TRIED_AT} is null and ${PAST} <= ${HOT_MINUTES * MINUTE}`;
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

/** All that a view is narrowed by, in words of SQL. */
export const filtered = ({ filters }: QueueView) =>
  and(...filters.map((each) => FILTERS[each])) ?? sql`true`;

/** What tells a statement on one view's list of one moment from all others. */
export const listName = ({ list, filters, sort }: QueueView, moment: Moment): string =>
  [list, filters, sort.by, sort.direction, moment.name].join(" ");

export const ofStanding = sql`${handoff.id} = ${STANDING.handoffId}`;

/**
 * What a view lists of a table `standing`, as a table `listed` of leads and their handoffs with the
 * keys of its order, which are worked out once a row (hence the offset), and columns wanted `besides`.
 */
export function keyed(view: QueueView, from: SQL, besides = sql``) {
  const keys = keysOf(view.sort);
  const names = keys.map((_, place) => sql.raw(`key_${place}`));
  const named = keys.map((key, place) => sql`${key} as ${names[place]}`);
  const joined = asksHandoff(view) ? sql`join ${handoff} on ${ofStanding}` : sql``;
  const rows = sql`(
    select ${STANDING.leadId} as lead_id, ${STANDING.handoffId} as handoff_id,
      ${STANDING.attemptedAt} as attempted_at, ${sql.join(named, sql`, `)}${besides}
    from ${from} ${joined}
    where ${filtered(view)} offset 0) listed`;
  return { rows, order: ordered(names, view.sort) };
}

/** Two numbers of a view's list as filtered, `shown` and `due`; what was decided is due no more. */
export function shownAndDue(view: QueueView, moment: Moment): SQL {
  const joined = asksHandoff(view) ? sql`join ${handoff} on ${ofStanding}` : sql``;
  const due = view.list === "open" ? sql`count(*) filter (where ${IS_DUE})` : sql`0`;
  return sql`select count(*) as shown, ${due} as due
    from ${standing(view.list, moment)} ${joined} where ${filtered(view)}`;
}

/**
 * Two numbers, `open` and `due`. Of what was missed for long and of what was tried only the index is
 * read, each once (hence the offset), row by row only the rest: a list of thousands is counted about
 * as fast as a short one.
 */
export function openAndDue(moment: Moment): SQL {
  const row = (from: SQL) =>
    sql`select count(*) as open, count(*) filter (where ${IS_DUE}) as due from ${from}`;
  if (!moment.missed || moment.held) return row(standing("open", moment));
  const { loose, old, tried } = openParts(moment);
  return sql`
    select loose.open + settled.old + settled.tried as open, loose.due + settled.old as due
    from (${row(loose)}) loose,
      (select (select count(*) from ${old}) as old, (select count(*) from ${tried}) as tried offset 0) settled`;
}
