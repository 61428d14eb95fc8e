import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { enrichmentAttempt } from "@/db/schema/enrichment";
import { lead } from "@/db/schema/lead";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { ANSWER_FILTER_NAMES, ANSWER_FILTERS } from "../answers";
import type { BoardFilter } from "../filter";
import { listed, matching } from "../list/queries";
import type { Facets } from "./facets";

/** Nobody chooses from a longer list. */
const CHANNELS_SHOWN = 20;

async function missingCounts(filter: BoardFilter): Promise<Facets["missing"]> {
  const rows = await db.execute<{ field: string; count: number }>(sql`
    select field, count(*)::int as count
    from ${lead}, unnest(${lead.missing}) as field
    where ${matching({ ...filter, missing: null })}
    group by field`);
  return Object.fromEntries(rows.map(({ field, count }) => [field, count]));
}

async function channelCounts(filter: BoardFilter): Promise<Facets["channels"]> {
  const rows = await db.execute<{ channel: string; count: number }>(sql`
    select ${lead.channel} as channel, count(*)::int as count
    from ${lead}
    where ${matching({ ...filter, channel: null })} and ${lead.channel} is not null
    group by 1 order by 2 desc, 1 limit ${CHANNELS_SHOWN}`);
  return [...rows];
}

/** One pass over the attempts of the leads in question; the last answer of each lookup counts. */
async function answerCounts(filter: BoardFilter): Promise<Facets["answers"]> {
  const counts = ANSWER_FILTER_NAMES.map((name) => {
    const said = listed(ANSWER_FILTERS[name].answers.map((answer) => sql`${answer}`));
    return sql`count(distinct lead_id) filter (where answer in (${said}))::int
      as ${sql.identifier(name)}`;
  });
  const [row] = await db.execute<Facets["answers"]>(sql`
    select ${listed(counts)}
    from (
      select distinct on (said.lead_id, said.provider, said.lookup) said.lead_id, said.answer
      from ${enrichmentAttempt} said
      where said.lead_id in (select ${lead.id} from ${lead}
        where ${matching({ ...filter, answer: null })})
      order by said.lead_id, said.provider, said.lookup, said.at desc
    ) as latest`);
  return row ?? { no_match: 0, later: 0, failed: 0 };
}

/** The counts beside the filters of Pending Enrichment (G.1, O.1). */
export async function boardFacets(viewer: Viewer, filter: BoardFilter): Promise<Facets> {
  authorize(viewer, "document leads");
  const [missing, channels, answers] = await Promise.all([
    missingCounts(filter),
    channelCounts(filter),
    answerCounts(filter),
  ]);
  return { missing, channels, answers };
}
