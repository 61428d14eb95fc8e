import { type SQL, sql } from "drizzle-orm";

/** Chance as a number from 0 up to 1, the same for the same row, seed and purpose. */
const chance = (row: SQL, seed: number) =>
  sql`((hashint8extended(${row}, ${seed}) & 9007199254740991) / 9007199254740992.0)`;

/** The leads by number, so that a number drawn by chance names one. */
export const NUMBERED: SQL = sql`
  create temporary table numbered_lead on commit drop as
  select row_number() over (order by captured_at, id) as number, id from lead`;

/**
 * `count` raw activities between two moments, for leads by chance: a few have thousands, most a
 * handful. Sorted by lead, as the primary key wants them, which is several times faster.
 */
export function activities(count: number, from: Date, until: Date, seed: number): SQL {
  const drawn = sql`1 + floor(power(${chance(sql`row`, seed)}, 3) * (select max(number) from numbered_lead))`;
  return sql`
    insert into activity (lead_id, kind, occurred_at, received_at, source, user_agent, details)
    select l.id, a.kind, a.at, a.at + interval '2 seconds', 'Large database', null,
      case a.kind
        when 'page_viewed' then jsonb_build_object('path', a.path, 'seconds', a.seconds)
        else jsonb_build_object('messageId', 'large-' || a.row, 'subject', 'What moved this month')
      end
    from (
      select row, ${drawn} as number,
        (array['page_viewed', 'page_viewed', 'page_viewed', 'page_viewed', 'page_viewed',
          'email_delivered', 'email_delivered', 'email_opened'])
          [1 + floor(8 * ${chance(sql`row`, seed + 1)})] as kind,
        (array['/pricing', '/security', '/integrations/sap', '/customers/hafenwerk',
          '/blog/five-ways-to-lose-a-pallet', '/solutions/cold-chain'])
          [1 + floor(6 * ${chance(sql`row`, seed + 2)})] as path,
        5 + floor(200 * ${chance(sql`row`, seed + 3)})::int as seconds,
        ${from.toISOString()}::timestamptz
          + ${chance(sql`row`, seed + 4)} * (${until.toISOString()}::timestamptz - ${from.toISOString()}::timestamptz) as at
      from generate_series(1::bigint, ${count}) row
    ) a join numbered_lead l on l.number = a.number
    order by l.id, a.at`;
}
