import { and, or, type SQL, sql } from "drizzle-orm";
import { enrichmentAttempt } from "@/db/schema/enrichment";
import { decision, finding, handoff } from "@/db/schema/handoff";
import { lead, leadExclusion } from "@/db/schema/lead";
import { ANSWER_FILTERS, type AnswerFilter } from "../answers";
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

const openFindings = sql`(select ${handoff.leadId} as lead_id, max(${finding.at}) as at
  from ${finding} join ${handoff} on ${handoff.id} = ${finding.handoffId}
  where ${finding.settledAt} is null group by 1) as flagged`;

/**
 * The leads that the gate holds and a provider failed for, and those with a rep of whom a notice was
 * given up; each in the order of its index.
 */
const failedSync = sql`(
  select l.*, l.sync_failed_at as failed_at from lead l
  where l.status = 'pending_enrichment' and l.sync_failed_at is not null
  union all
  select l.*, untold.at from lead l join (
    select n.lead_id, max(d.tried_at) as at from notice_delivery d join notice n on n.id = d.notice_id
    where d.state = 'failed' group by n.lead_id) as untold on untold.lead_id = l.id
  where l.status in ('routed', 'contacted')) as lead`;

/** The lists of the board, each with its order. */
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
    from: sql`${lead} join ${openFindings} on flagged.lead_id = ${lead.id}`,
    where: sql`true`,
    rank: [moment(sql`flagged.at`), byId],
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

/** Leads of which the last answer of some provider's lookup was one of these. */
function lastSaid(answer: AnswerFilter): SQL {
  const { answers } = ANSWER_FILTERS[answer];
  const said = listed(answers.map((one) => sql`${one}`));
  return sql`exists (select 1 from ${enrichmentAttempt} said
    where said.lead_id = ${lead.id} and said.answer in (${said}) and not exists (
      select 1 from ${enrichmentAttempt} since
      where since.lead_id = said.lead_id and since.provider = said.provider
        and since.lookup is not distinct from said.lookup and since.at > said.at))`;
}

/** What a filter asks of a lead; the list's own condition is part of it. */
export function matching(filter: BoardFilter): SQL {
  const { show, search, missing, answer, channel, mql } = filter;
  const pattern = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  const found = or(
    sql`${lead.name} ilike ${pattern}`,
    sql`${lead.companyName} ilike ${pattern}`,
    sql`${lead.email} ilike ${pattern}`,
  );
  const all = and(
    LISTS[show].where,
    search ? found : undefined,
    missing ? sql`${lead.missing} @> array[${missing}]::text[]` : undefined,
    answer ? lastSaid(answer) : undefined,
    channel ? sql`${lead.channel} = ${channel}` : undefined,
    mql ? sql`${lead.mqlAt} is not null` : undefined,
  );
  return all ?? sql`true`;
}
