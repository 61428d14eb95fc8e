import { type SQL, sql } from "drizzle-orm";
import { db, wordedOnce } from "@/db/client";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { keyed, listName } from "../listing/queries";
import { type Moment, momentOf } from "../moment/queries";
import { COUNTED_PLACES, type QueuePlace } from "../row";
import { openParts, standing } from "../standing/queries";
import { isByUrgency, type QueueView } from "../view";

const LEAD = sql.placeholder("lead");

/** What `keyed` orders by urgency; only what is hot has the second key, and none of the others. */
const keysOf = (row: SQL) =>
  sql`(${row}.key_0, coalesce(${row}.key_1, 0), ${row}.key_2, ${row}.key_3)`;
const [LISTED, PIVOT] = [keysOf(sql`listed`), keysOf(sql`pivot`)];
const reversed = sql`key_0 desc, coalesce(key_1, 0) desc, key_2 desc, key_3 desc`;

const MOST = sql.raw(String(COUNTED_PLACES + 1));

/** What stands before the pivot in a part that is in the order of urgency, if the pivot is in it. */
const BEFORE = sql`(routed_at > pivot.routed_at
  or routed_at = pivot.routed_at and handoff_id < pivot.handoff_id)`;

/**
 * Of a part that is in the order of urgency, and is the `group` of it: its last row before the pivot
 * and its first behind it, which are its ends where all of it is before or behind.
 */
function around(part: SQL, group: 1 | 2): SQL[] {
  const from = sql`case when pivot.key_0 > ${group} then '-infinity' else pivot.routed_at end`;
  const until = sql`case when pivot.key_0 < ${group} then 'infinity' else pivot.routed_at end`;
  return [
    sql`(select *, false as loose from ${part} where routed_at >= ${from}
      and (pivot.key_0 > ${group} or ${BEFORE}) order by routed_at, handoff_id desc limit 1)`,
    sql`(select *, false as loose from ${part} where routed_at <= ${until}
      and (pivot.key_0 < ${group} or not ${BEFORE} and handoff_id <> pivot.handoff_id)
      order by routed_at desc, handoff_id limit 1)`,
  ];
}

/**
 * The place in the open list by urgency: what the indexes have in order is counted there as far as
 * places are, and only its nearest rows are held against the lead with the rest, whose number does not
 * grow with the list.
 */
function placeByUrgency(view: QueueView, moment: Moment): SQL {
  const { loose, old, tried } = openParts(moment);
  const near = [
    sql`(select *, true as loose from ${loose})`,
    ...around(old, 1),
    ...around(tried, 2),
  ];
  const from = sql`(${sql.join(near, sql` union all `)}) standing`;
  const { rows, order } = keyed(view, from, sql`, standing.loose`);
  const own = sql`(select * from ${standing("open", moment)} where lead_id = ${LEAD}) standing`;
  const pivot = keyed(view, own, sql`, standing.routed_at`);
  const counted = (part: SQL) => sql`(
    select count(*) as of, count(*) filter (where ${BEFORE}) as before from (
      select routed_at, handoff_id from ${part}
      order by routed_at desc, handoff_id limit ${MOST}) counted)`;
  return sql`(
    select place from (select * from ${pivot.rows}) pivot,
      lateral (with listed as materialized (select * from ${rows})
        select json_build_object(
          'at', 1 + loose.before
            + case key_0 when 0 then 0 when 1 then old.before else old.of end
            + case key_0 when 2 then tried.before else 0 end,
          'of', loose.of + old.of + tried.of,
          'previous', (select lead_id from listed where ${LISTED} < ${PIVOT}
            order by ${reversed} limit 1),
          'next', (select lead_id from listed where ${LISTED} > ${PIVOT}
            order by ${order} limit 1)) as place
        from (select count(*) as of, count(*) filter (where ${LISTED} < ${PIVOT}) as before
            from listed where listed.loose) loose, ${counted(old)} old, ${counted(tried)} tried) placed)`;
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
