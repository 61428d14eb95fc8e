import { and, or, type SQL, sql } from "drizzle-orm";
import { containing } from "@/db/like";
import { decision } from "@/db/schema/handoff";
import { lead, leadExclusion } from "@/db/schema/lead";
import type { RankType } from "../cursor";
import type { BoardFilter } from "../filter";
import type { BoardKind } from "../kinds";

/** The leads of one kind: where they are found, and the values they are ordered by, falling. */
export type List = { from: SQL; where: SQL; rank: { of: SQL; type: RankType }[] };

const moment = (of: SQL) => ({ of, type: "timestamptz" as const });
const byId = { of: sql`${lead.id}`, type: "uuid" as const };
// Where there is no MQL moment it counts as long ago, so that MQLs come first, the freshest on top.
const mqlFirst = moment(sql`coalesce(${lead.mqlAt}, '-infinity'::timestamptz)`);

// The order falls: the sooner it ends, the more is left until a day far ahead.
const graceSoonest = {
  of: sql`coalesce(case when ${lead.status} = 'ready'
    then '2100-01-01T00:00:00Z'::timestamptz - ${lead.graceEndsAt} end, '-1 day'::interval)`,
  type: "interval" as const,
};

/** The leads with a rep of whom a notice, or a CRM's record, was given up, and when the last one was. */
export const untold = sql`(
  select l.id, max(given_up.at) as at from lead l join (
    select n.lead_id, d.tried_at as at, false as for_all from notice_delivery d
      join notice n on n.id = d.notice_id where d.state = 'failed'
    union all
    select lead_id, tried_at, true from outgoing where state = 'failed'
  ) as given_up on given_up.lead_id = l.id
  where l.status in ('routed', 'contacted') or l.status = 'accepted' and given_up.for_all
  group by l.id) as untold`;

/**
 * The leads that the gate holds and a provider failed for, and those with a rep of whom a notice
 * or a CRM's record was given up; each in the order of its index.
 */
const failedSync = sql`(
  select l.*, l.sync_failed_at as failed_at from lead l
  where l.status = 'pending_enrichment' and l.sync_failed_at is not null
  union all
  select l.*, untold.at from lead l join ${untold} on untold.id = l.id) as lead`;

/** The lists of the board, each with its order. What they hold is counted by the database (`counts/`). */
export const LISTS: Readonly<Record<BoardKind, List>> = {
  enrichment: {
    from: sql`${lead}`,
    where: sql`${lead.status} = 'pending_enrichment'`,
    rank: [mqlFirst, moment(sql`${lead.capturedAt}`), byId],
  },
  // Whose grace time runs out soonest comes first, then who already went out with the draft, then
  // whoever is nearest to going.
  summary: {
    from: sql`${lead}`,
    where: sql`${lead.status} in ('ready', 'routed') and 'C3.9' = any (${lead.missing})`,
    rank: [
      graceSoonest,
      { of: sql`(${lead.status} = 'routed')`, type: "boolean" },
      mqlFirst,
      { of: sql`coalesce(${lead.scoreTotal}, 0)`, type: "integer" },
      byId,
    ],
  },
  flagged: {
    from: sql`${lead}`,
    where: sql`${lead.flaggedAt} is not null`,
    rank: [moment(sql`${lead.flaggedAt}`), byId],
  },
  returned: {
    from: sql`${lead} join ${decision} on ${decision.handoffId} = ${lead.handoffId}`,
    where: sql`${lead.status} = 'rejected'`,
    rank: [moment(sql`${decision.at}`), byId],
  },
  sync: {
    from: failedSync,
    where: sql`true`,
    rank: [moment(sql`lead.failed_at`), byId],
  },
  doubtful: {
    from: sql`${lead}`,
    where: sql`${lead.status} in ('pending_enrichment', 'ready', 'routed')
      and ${lead.doubtfulAt} is not null`,
    rank: [moment(sql`${lead.doubtfulAt}`), byId],
  },
  aside: {
    from: sql`${lead} join ${leadExclusion} on ${leadExclusion.leadId} = ${lead.id}`,
    where: sql`${lead.status} = 'excluded'`,
    rank: [moment(sql`${leadExclusion.at}`), byId],
  },
};

/** Parts of a statement, parted by commas. */
export const listed = (parts: SQL[]) => sql.join(parts, sql`, `);

/** What a filter asks of a lead; the list's own condition is part of it. */
export function matching(filter: BoardFilter): SQL {
  const { show, search, missing, answer, channel, mql } = filter;
  const pattern = containing(search);
  const found = or(
    sql`${lead.name} ilike ${pattern}`,
    sql`${lead.companyName} ilike ${pattern}`,
    sql`${lead.email} ilike ${pattern}`,
  );
  const all = and(
    LISTS[show].where,
    search ? found : undefined,
    missing ? sql`${lead.missing} @> array[${missing}]::text[]` : undefined,
    answer ? sql`${lead.lastSaid} @> array[${answer}]::text[]` : undefined,
    channel ? sql`${lead.channel} = ${channel}` : undefined,
    mql ? sql`${lead.mqlAt} is not null` : undefined,
  );
  return all ?? sql`true`;
}
