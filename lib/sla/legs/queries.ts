import { type SQL, sql } from "drizzle-orm";

/**
 * The handoffs that were routed between two moments, in words of SQL, so that all reports go by the
 * same (Q.2). `given_on_at` is when the lead went to another rep before this one had decided, whatever
 * took it there: the ladder, an owner in the CRM, a leaver. `goes_on` is true of a handoff that came of
 * such a one, so that those of a lead in a row begin where it is false: after a decision the lead
 * starts anew. A decision after the second moment is none yet.
 */
export function legsBetween(from: Date, until: Date): SQL {
  const [first, last] = [from.toISOString(), until.toISOString()];
  return sql`
    select h.id, h.lead_id, h.owner_id, h.routed_at, h.window_seconds, h.warm, h.tier, h.channel,
      d.at as decided_at, coalesce(d.accepted, false) as accepted,
      case when d.handoff_id is null then lead(h.routed_at) over of_lead end as given_on_at,
      coalesce(lag(d.handoff_id is null) over of_lead, false) as goes_on
    from handoff h left join decision d on d.handoff_id = h.id and d.at <= ${last}
    where h.routed_at >= ${first} and h.routed_at <= ${last}
    window of_lead as (partition by h.lead_id order by h.routed_at)`;
}

/** A moment, or an interval, in milliseconds (since 1970). */
export const inMs = (moment: string): SQL =>
  sql.raw(`(extract(epoch from ${moment}) * 1000)::float8`);
