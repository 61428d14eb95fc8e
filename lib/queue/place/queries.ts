import { type SQL, sql } from "drizzle-orm";
import { db, wordedOnce } from "@/db/client";
import { queueEntry } from "@/db/schema/queue-entry";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { keyed, listName } from "../listing/queries";
import { GAP, type Moment, momentOf } from "../moment/queries";
import type { QueuePlace } from "../row";
import { openParts, standing } from "../standing/queries";
import { isByUrgency, type QueueView } from "../view";

/** Of a part that is in the order of urgency: its ends, and those on both sides of the pivot. */
function around(part: SQL): SQL[] {
  const first = sql`routed_at desc, handoff_id`;
  const last = sql`routed_at, handoff_id desc`;
  const before = sql`routed_at >= pivot.routed_at
    and (routed_at > pivot.routed_at or handoff_id < pivot.handoff_id)`;
  const after = sql`routed_at <= pivot.routed_at
    and (routed_at < pivot.routed_at or handoff_id > pivot.handoff_id)`;
  const one = (where: SQL, order: SQL) =>
    sql`(select *, false as loose from ${part} where ${where} order by ${order} limit 1)`;
  return [
    one(sql`true`, first),
    one(sql`true`, last),
    one(before, last),
    one(after, first),
    one(sql`handoff_id = pivot.handoff_id`, first),
  ];
}

/** The parts by their names in the statement, which says each once though it is asked several times. */
const [OLD, TRIED] = [sql`old`, sql`tried`];

const countOf = (part: SQL) => sql`(select count(*) from ${part})`;
const countBefore = (part: SQL) => sql`(select count(*) from ${part}
  where routed_at >= pivot.routed_at
    and (routed_at > pivot.routed_at or handoff_id < pivot.handoff_id))`;

const LEAD = sql.placeholder("lead");

/** What `keyed` orders by urgency; only what is hot has the second key, and none of the others. */
const keysOf = (row: SQL) =>
  sql`(${row}.key_0, coalesce(${row}.key_1, 0), ${row}.key_2, ${row}.key_3)`;
const [LISTED, MINE] = [keysOf(sql`listed`), keysOf(sql`mine`)];
const reversed = sql`key_0 desc, coalesce(key_1, 0) desc, key_2 desc, key_3 desc`;

/**
 * The place in the open list by urgency: what the indexes have in order is counted there, and only
 * its nearest rows are held against the lead with the rest, whose number does not grow with the list.
 */
function placeByUrgency(view: QueueView, moment: Moment): SQL {
  const { loose, old, tried } = openParts(moment);
  const near = [sql`(select *, true as loose from ${loose})`, ...around(OLD), ...around(TRIED)];
  const from = sql`(${sql.join(near, sql` union all `)}) standing`;
  const besides = sql`, standing.loose`;
  const { rows, order } = keyed(view, from, besides);
  return sql`(
    select place from (select routed_at, handoff_id from ${queueEntry}
        where lead_id = ${LEAD} and owner_id = ${GAP.owner}) pivot,
      lateral (with old as not materialized (select * from ${old}),
          tried as not materialized (select * from ${tried}),
          listed as materialized (select * from ${rows}),
          mine as (select * from listed where lead_id = ${LEAD} limit 1)
        select json_build_object(
          'at', 1 + (select count(*) from listed where loose and ${LISTED} < ${MINE})
            + case key_0 when 0 then 0 when 1 then ${countBefore(OLD)} else ${countOf(OLD)} end
            + case key_0 when 2 then ${countBefore(TRIED)} else 0 end,
          'of', (select count(*) from listed where loose) + ${countOf(OLD)} + ${countOf(TRIED)},
          'previous', (select lead_id from listed where ${LISTED} < ${MINE}
            order by ${reversed} limit 1),
          'next', (select lead_id from listed where ${LISTED} > ${MINE}
            order by ${order} limit 1)) as place
        from mine) placed)`;
}

function placeIn(view: QueueView, moment: Moment): SQL {
  if (isByUrgency(view) && moment.missed) return placeByUrgency(view, moment);
  const { rows: listed, order } = keyed(view, standing(view.list, moment));
  return sql`(
    select json_build_object('at', at, 'of', of, 'previous', previous, 'next', next) from (
      select lead_id, row_number() over places as at, count(*) over () as of,
        lag(lead_id) over places as previous, lead(lead_id) over places as next
      from ${listed} window places as (order by ${order})
    ) placed where lead_id = ${LEAD})`;
}

/** A place as one value of a statement that reads other things: its name, its gaps and what fills them. */
export type PlaceAsked = {
  name: string;
  place: () => SQL<QueuePlace | null>;
  filling: Record<string, string | number>;
};

/** `queuePlace` to be asked with other things. */
export function queuePlaceOf(
  viewer: Viewer,
  view: QueueView,
  leadId: string,
  now: Date,
): PlaceAsked {
  authorize(viewer, "work the queue");
  const moment = momentOf(viewer, view, now);
  return {
    name: listName(view, moment),
    place: () => placeIn(view, moment) as SQL<QueuePlace | null>,
    filling: { ...moment.filling, lead: leadId },
  };
}

/** Where a lead stands in the viewer's list, with its neighbours; null where it is not on it. */
export async function queuePlace(
  viewer: Viewer,
  view: QueueView,
  leadId: string,
  now: Date,
): Promise<QueuePlace | null> {
  const { name, place, filling } = queuePlaceOf(viewer, view, leadId, now);
  const statement = wordedOnce(`place in ${name}`, () =>
    db.select({ place: place() }).from(sql`(select) one`).prepare("place"),
  );
  const [row] = await statement.execute(filling);
  return row?.place ?? null;
}
