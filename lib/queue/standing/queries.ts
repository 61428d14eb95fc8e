import { type SQL, sql } from "drizzle-orm";
import { queueEntry } from "@/db/schema/queue-entry";
import type { Viewer } from "@/lib/access/viewer";
import type { Stretch } from "@/lib/sla/calendar";
import { type Missed, USUAL_WINDOW_SECONDS } from "../read-back";
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

/** The first `limit` rows by urgency are wanted: of what was `missed` for long only its age counts. */
export type Top = { limit: number; missed: Missed };

/**
 * When a list is read, and whether that is a moment of the past: held still while one walks it.
 * `work`: what was read back from then on.
 */
export type Moment = { at: Date; held: boolean; work: readonly Stretch[] };

/** Rows of one range of an index. Of what nobody tried, the index alone says all that is asked. */
type Part = { where: SQL; tried?: false };

/** What nobody tried: missed for long, in the order of urgency by its index, and the rest in parts. */
function untried({ whatever, usual }: Missed): { old: Part; recent: Part[] } {
  const [early, late] = [whatever.toISOString(), usual.toISOString()];
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
function open({ at, held }: Moment, top?: Top): Part[] {
  // What was decided later than a moment was open at that moment.
  const since = held ? [{ where: sql`${DECIDED} and decided_at > ${at.toISOString()}` }] : [];
  if (!top) return [{ where: UNTRIED, tried: false }, { where: TRIED }, ...since];
  const { old, recent } = untried(top.missed);
  const latest = (part: Part): Part => ({
    ...part,
    where: sql`${part.where} order by routed_at desc, handoff_id limit ${top.limit}`,
  });
  return [...recent, latest(old), latest({ where: TRIED }), ...since];
}

function partsOf(list: QueueList | "any", moment: Moment, top?: Top): Part[] {
  if (list === "any") return [{ where: sql`true` }];
  if (list === "open") return open(moment, top);
  const decided = sql`decided_at is not null and accepted = ${list === "accepted"}`;
  return [{ where: sql`${decided} and decided_at <= ${moment.at.toISOString()}` }];
}

/** As `workingMsBetween` the routing and the end of what is read back, up to its beginning. */
function workedMs(work: readonly Stretch[]): SQL {
  const each = work.map(
    ({ from, until }) =>
      sql`greatest(0, ${until}::float8 - greatest(${from}::float8, date_part('epoch', routed_at) * 1000))`,
  );
  return sql`(${sql.join([sql`0`, ...each], sql` + `)})`;
}

const NEVER = sql`null::timestamptz`;

/** Parts as one table `standing`. */
function tableOf(viewer: Viewer, { at, work }: Moment, parts: readonly Part[]): SQL {
  const moment = at.toISOString();
  const seen = sql`decided_at, tried_at as attempted_at,
    case when tried_at <= ${moment} then tried_at end as tried_at`;
  const unseen = sql`${NEVER} as decided_at, ${NEVER} as attempted_at, ${NEVER} as tried_at`;
  const rows = parts.map(
    ({ where, tried }) => sql`(
  select lead_id, handoff_id, routed_at, ${workedMs(work)} - window_seconds * 1000 as past,
    ${tried === false ? unseen : seen}
  from ${queueEntry}
  where owner_id = ${viewer.id} and routed_at <= ${moment} and ${where})`,
  );
  return sql`(${sql.join(rows, sql` union all `)}) standing`;
}

/**
 * A viewer's leads of one list as they stood at a moment, as a table `standing` to select from.
 * With `top`, what cannot be among the first rows is left out, so that these cost the same however
 * long the queue is.
 */
export function standing(viewer: Viewer, list: QueueList | "any", moment: Moment, top?: Top): SQL {
  return tableOf(viewer, moment, partsOf(list, moment, top));
}

/**
 * The open list in three tables `standing`: `old` was missed for long and never tried, `tried`
 * was tried by then; both are in the order of urgency by their index, the one before the other.
 * `loose` is everything else, which only arithmetic puts in order.
 */
export function openParts(viewer: Viewer, moment: Moment, missed: Missed) {
  const at = moment.at.toISOString();
  const triedBy = moment.held ? sql`${TRIED} and tried_at <= ${at}` : TRIED;
  const nobody = untried(missed);
  const since = [sql`${TRIED} and tried_at > ${at}`, sql`${DECIDED} and decided_at > ${at}`];
  const loose = [...nobody.recent, ...(moment.held ? since.map((where) => ({ where })) : [])];
  return {
    loose: tableOf(viewer, moment, loose),
    old: tableOf(viewer, moment, [nobody.old]),
    tried: tableOf(viewer, moment, [{ where: triedBy }]),
  };
}
