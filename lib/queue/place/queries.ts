import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { queueEntry } from "@/db/schema/queue-entry";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { keyed, momentOf } from "../listing/queries";
import { missedBefore, readBack } from "../read-back";
import type { QueuePlace } from "../row";
import { openParts } from "../standing/queries";
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

const countBefore = (part: SQL) => sql`(select count(*) from ${part}
  where routed_at >= pivot.routed_at
    and (routed_at > pivot.routed_at or handoff_id < pivot.handoff_id))`;

type Wanted = { viewer: Viewer; view: QueueView; leadId: string; now: Date };

/**
 * The place in the open list by urgency: what the indexes have in order is counted there, and only
 * its nearest rows are put in order with the rest, whose number does not grow with the list.
 */
function placeByUrgency({ viewer, view, leadId, now }: Wanted, missed: Date): SQL {
  const moment = momentOf(view, now);
  const work = readBack(viewer.calendar, moment.at);
  const { loose, old, tried } = openParts(viewer, moment, missed);
  const near = [sql`(select *, true as loose from ${loose})`, ...around(old), ...around(tried)];
  const from = sql`(${sql.join(near, sql` union `)}) standing`;
  const { rows, order } = keyed(
    viewer,
    view,
    { ...moment, work },
    { from, besides: sql`, standing.loose` },
  );
  return sql`(
    select json_build_object('at', 1 + placed.before
        + case placed.key_0 when 0 then 0 when 1 then settled.old_before else settled.old end
        + case placed.key_0 when 2 then settled.tried_before else 0 end,
      'of', placed.loose + settled.old + settled.tried,
      'previous', placed.previous, 'next', placed.next)
    from (select routed_at, handoff_id from ${queueEntry}
        where lead_id = ${leadId} and owner_id = ${viewer.id}) pivot,
      lateral (select lead_id, key_0,
          count(*) filter (where loose) over () as loose,
          count(*) filter (where loose) over (places rows between unbounded preceding and 1 preceding) as before,
          lag(lead_id) over places as previous, lead(lead_id) over places as next
        from ${rows} window places as (order by ${order})) placed,
      lateral (select (select count(*) from ${old}) as old, (select count(*) from ${tried}) as tried,
        ${countBefore(old)} as old_before, ${countBefore(tried)} as tried_before) settled
    where placed.lead_id = ${leadId})`;
}

/** `queuePlace` as one value of a statement that reads other things. */
export function queuePlaceOf(
  viewer: Viewer,
  view: QueueView,
  leadId: string,
  now: Date,
): SQL<QueuePlace | null> {
  authorize(viewer, "work the queue");
  const moment = momentOf(view, now);
  const work = readBack(viewer.calendar, moment.at);
  const missed = isByUrgency(view) ? missedBefore(work) : null;
  if (missed)
    return placeByUrgency({ viewer, view, leadId, now }, missed) as SQL<QueuePlace | null>;
  const { rows: listed, order } = keyed(viewer, view, { ...moment, work });
  return sql`(
    select json_build_object('at', at, 'of', of, 'previous', previous, 'next', next) from (
      select lead_id, row_number() over places as at, count(*) over () as of,
        lag(lead_id) over places as previous, lead(lead_id) over places as next
      from ${listed} window places as (order by ${order})
    ) placed where lead_id = ${leadId})`;
}

/** Where a lead stands in the viewer's list, with its neighbours; null where it is not on it. */
export async function queuePlace(
  viewer: Viewer,
  view: QueueView,
  leadId: string,
  now: Date,
): Promise<QueuePlace | null> {
  const place = queuePlaceOf(viewer, view, leadId, now);
  const [row] = await db.execute<{ place: QueuePlace | null }>(sql`select ${place} as place`);
  return row?.place ?? null;
}
