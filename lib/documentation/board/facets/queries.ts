import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { lead } from "@/db/schema/lead";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import type { AnswerFilter } from "../answers";
import { countedFacets } from "../counts/queries";
import { type BoardFilter, isNarrowed } from "../filter";
import { matching } from "../list/queries";
import { answersOf, CHANNELS_SHOWN, type Facets } from "./facets";

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

async function answerCounts(filter: BoardFilter): Promise<Facets["answers"]> {
  const rows = await db.execute<{ answer: AnswerFilter; count: number }>(sql`
    select answer, count(*)::int as count
    from ${lead}, unnest(${lead.lastSaid}) as answer
    where ${matching({ ...filter, answer: null })}
    group by answer`);
  return answersOf((name) => rows.find(({ answer }) => answer === name)?.count);
}

/** The counts beside the filters of Pending Enrichment (G.1, O.1). */
export async function boardFacets(viewer: Viewer, filter: BoardFilter): Promise<Facets> {
  authorize(viewer, "document leads");
  if (!isNarrowed(filter)) return countedFacets(viewer);
  const [missing, channels, answers] = await Promise.all([
    missingCounts(filter),
    channelCounts(filter),
    answerCounts(filter),
  ]);
  return { missing, channels, answers };
}
