import { type Placeholder, type SQL, sql } from "drizzle-orm";
import { queueEntry } from "@/db/schema/queue-entry";
import { GAP, type Moment, stretchGap } from "../moment/queries";
import { USUAL_WINDOW_SECONDS } from "../read-back";
import type { QueueList } from "../view";

/** What `standing` says of each lead, for conditions and orders on it. */
export const STANDING = {
  leadId: sql`standing.lead_id`,
  handoffId: sql`standing.handoff_id`,
  routedAt: sql`standing.routed_at`,
  /** Milliseconds of working time since the window's end; negative before it. */
  past: sql`standing.past`,
  /** The first attempt that had happened by then. */
  triedAt: sql`standing.tried_at`,
  /** The first attempt, whenever it was. */
  attemptedAt: sql`standing.attempted_at`,
  decidedAt: sql`standing.decided_at`,
};

const UNTRIED = sql`decided_at is null and tried_at is null`;
const TRIED = sql`decided_at is null and tried_at is not null`;
/** Part of an index, whose next column is when. */
const DECIDED = sql`decided_at is not null and accepted in (true, false)`;

/** Rows of one range of an index. Of what nobody tried, the index alone says all that is asked. */
type Part = { where: SQL; tried?: false };

/** What nobody tried: missed for long, in the order of urgency by its index, and the rest in parts. */
function untried(): { old: Part; recent: Part[] } {
  const { whatever: early, usual: late } = GAP;
  const isUsual = sql`window_seconds <= ${USUAL_WINDOW_SECONDS}`;
  const isUnusual = sql`window_seconds > ${USUAL_WINDOW_SECONDS}`;
  const part = (where: SQL): Part => ({ where: sql`${UNTRIED} and ${where}`, tried: false });
  return {
    old: part(sql`routed_at < ${late} and (routed_at < ${early} or ${isUsual})`),
    recent: [
      part(sql`routed_at >= ${late}`),
      part(sql`routed_at >= ${early} and routed_at < ${late} and ${isUnusual}`),
    ],
  };
}

/** The open list in parts, of which each is one range of an index and in the order of urgency. */
function open({ held }: Moment, first?: Placeholder): Part[] {
  // What was decided later than a moment was open at that moment.
  const since = held ? [{ where: sql`${DECIDED} and decided_at > ${GAP.at}` }] : [];
  if (!first) return [{ where: UNTRIED, tried: false }, { where: TRIED }, ...since];
  const { old, recent } = untried();
  const latest = (part: Part): Part => ({
    ...part,
    where: sql`${part.where} order by routed_at desc, handoff_id limit ${first}`,
  });
  return [...recent, latest(old), latest({ where: TRIED }), ...since];
}

function partsOf(list: QueueList | "any", moment: Moment, first?: Placeholder): Part[] {
  if (list === "any") return [{ where: sql`true` }];
  if (list === "open") return open(moment, first);
  const decided = sql`decided_at is not null and accepted = ${list === "accepted"}`;
  return [{ where: sql`${decided} and decided_at <= ${GAP.at}` }];
}

/** As `workingMsBetween` the routing and the end of what is read back, up to its beginning. */
function workedMs({ stretches }: Moment): SQL {
  const each = Array.from({ length: stretches }, (_, place) => {
    const { from, until } = stretchGap(place);
    return sql`greatest(0, ${until}::float8 - greatest(${from}::float8, date_part('epoch', routed_at) * 1000))`;
  });
  return sql`(${sql.join([sql`0`, ...each], sql` + `)})`;
}

const NEVER = sql`null::timestamptz`;

const ROUTED_BY_THEN = sql`routed_at <= ${GAP.at}`;

/** Parts as one table `standing`. */
function tableOf(moment: Moment, parts: readonly Part[], routed = ROUTED_BY_THEN): SQL {
  const seen = sql`decided_at, tried_at as attempted_at,
    case when tried_at <= ${GAP.at} then tried_at end as tried_at`;
  const unseen = sql`${NEVER} as decided_at, ${NEVER} as attempted_at, ${NEVER} as tried_at`;
  const rows = parts.map(
    ({ where, tried }) => sql`(
  select lead_id, handoff_id, routed_at, ${workedMs(moment)} - window_seconds * 1000 as past,
    ${tried === false ? unseen : seen}
  from ${queueEntry}
  where owner_id = ${GAP.owner} and ${routed} and ${where})`,
  );
  return sql`(${sql.join(rows, sql` union all `)}) standing`;
}

/**
 * A viewer's leads of one list as they stood at a moment, as a table `standing` to select from. With
 * the number of the `first` rows by urgency that are wanted, of the moment's `missed` ones, what cannot
 * be among them is left out, so that these cost the same however long the queue is.
 */
export function standing(list: QueueList | "any", moment: Moment, first?: Placeholder): SQL {
  // Whoever asks for leads by name knows that they are there, whatever this clock says.
  const routed = list === "any" ? sql`true` : ROUTED_BY_THEN;
  return tableOf(moment, partsOf(list, moment, first), routed);
}

/**
 * The open list in three tables `standing`: `old` was missed for long and never tried, `tried`
 * was tried by then; both are in the order of urgency by their index, the one before the other.
 * `loose` is everything else, which only arithmetic puts in order.
 */
export function openParts(moment: Moment) {
  const triedBy = moment.held ? sql`${TRIED} and tried_at <= ${GAP.at}` : TRIED;
  const nobody = untried();
  const since = [
    sql`${TRIED} and tried_at > ${GAP.at}`,
    sql`${DECIDED} and decided_at > ${GAP.at}`,
  ];
  const loose = [...nobody.recent, ...(moment.held ? since.map((where) => ({ where })) : [])];
  return {
    loose: tableOf(moment, loose),
    old: tableOf(moment, [nobody.old]),
    tried: tableOf(moment, [{ where: triedBy }]),
  };
}
