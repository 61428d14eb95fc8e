import { and, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { decision, finding, handoff } from "@/db/schema/handoff";
import { lead, leadExclusion } from "@/db/schema/lead";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { type Cursor, type RankType, readCursor, writeCursor } from "./cursor";
import type { BoardFilter } from "./filter";
import { BOARD_KIND_NAMES, type BoardKind } from "./kinds";

const PAGE = 50;

/** The leads of one kind: where they are found, and the values they are ordered by, falling. */
type List = { from: SQL; where: SQL; rank: { of: SQL; type: RankType }[] };

const moment = (of: SQL) => ({ of, type: "timestamptz" as const });
const byId = { of: sql`${lead.id}`, type: "uuid" as const };
// Where there is no MQL moment it counts as long ago, so that MQLs come first, the freshest on top.
const mqlFirst = moment(sql`coalesce(${lead.mqlAt}, '-infinity'::timestamptz)`);

const openFindings = sql`(select ${handoff.leadId} as lead_id, max(${finding.at}) as at
  from ${finding} join ${handoff} on ${handoff.id} = ${finding.handoffId}
  where ${finding.settledAt} is null group by 1) as flagged`;

const LISTS: Readonly<Record<BoardKind, List>> = {
  enrichment: {
    from: sql`${lead}`,
    where: sql`${lead.status} = 'pending_enrichment'`,
    rank: [mqlFirst, moment(sql`${lead.capturedAt}`), byId],
  },
  // Whose handoff already went out with the draft comes first, then whoever is nearest to going.
  summary: {
    from: sql`${lead}`,
    where: sql`${lead.status} in ('ready', 'routed') and 'C3.9' = any (${lead.missing})`,
    rank: [
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
  aside: {
    from: sql`${lead} join ${leadExclusion} on ${leadExclusion.leadId} = ${lead.id}`,
    where: sql`${lead.status} = 'excluded'`,
    rank: [moment(sql`${leadExclusion.at}`), byId],
  },
};

const listed = (parts: SQL[]) => sql.join(parts, sql`, `);

function matching({ show, search, missing, mql }: BoardFilter): SQL {
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
    mql ? sql`${lead.mqlAt} is not null` : undefined,
  );
  return all ?? sql`true`;
}

function beyond({ way, rank }: Cursor, list: List): SQL {
  const there = list.rank.map(
    ({ type }, index) => sql`${rank[index] ?? ""}::text::${sql.raw(type)}`,
  );
  const here = list.rank.map(({ of }) => of);
  return sql`(${listed(here)}) ${sql.raw(way === "after" ? "<" : ">")} (${listed(there)})`;
}

type Found = { id: string; rank: string[] };

async function leadsFrom(filter: BoardFilter, cursor: Cursor | null, limit: number) {
  const list = LISTS[filter.show];
  const direction = sql.raw(cursor?.way === "before" ? "asc" : "desc");
  const rows = await db.execute<{ id: string; rank: string[] }>(sql`
    select ${lead.id} as id, array[${listed(list.rank.map(({ of }) => sql`(${of})::text`))}] as rank
    from ${list.from}
    where ${matching(filter)} and ${cursor ? beyond(cursor, list) : sql`true`}
    order by ${listed(list.rank.map(({ of }) => sql`${of} ${direction}`))}
    limit ${limit}`);
  const found: Found[] = [...rows];
  return cursor?.way === "before" ? found.reverse() : found;
}

async function countOf(filter: BoardFilter, cursor: Cursor | null = null): Promise<number> {
  const list = LISTS[filter.show];
  const rows = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from ${list.from}
    where ${matching(filter)} and ${cursor ? beyond(cursor, list) : sql`true`}`);
  return rows[0]?.count ?? 0;
}

/** How many leads need a person, by kind (O.1). A lead can be of more than one kind. */
export async function boardCounts(viewer: Viewer): Promise<Record<BoardKind, number>> {
  authorize(viewer, "document leads");
  const counts = BOARD_KIND_NAMES.map(
    (kind) =>
      sql`(select count(*)::int from ${LISTS[kind].from} where ${LISTS[kind].where}) as ${sql.identifier(kind)}`,
  );
  const [row] = await db.execute<Record<BoardKind, number>>(sql`select ${listed(counts)}`);
  return row ?? { enrichment: 0, summary: 0, flagged: 0, returned: 0, aside: 0 };
}

/** One page of the board: which leads, how many there are, and where the neighbours begin. */
export type BoardPage = {
  ids: string[];
  total: number;
  /** How many come before the first one of this page. */
  before: number;
  previous: string | null;
  next: string | null;
};

/** A page of at most 50 leads of the filter's kind, the most urgent first. */
export async function boardPage(viewer: Viewer, filter: BoardFilter): Promise<BoardPage> {
  authorize(viewer, "document leads");
  const types = LISTS[filter.show].rank.map(({ type }) => type);
  const cursor = readCursor(filter.cursor, types);
  const [found, total] = await Promise.all([leadsFrom(filter, cursor, PAGE + 1), countOf(filter)]);
  const page = cursor?.way === "before" ? found.slice(-PAGE) : found.slice(0, PAGE);
  const first = page[0];
  const last = page.at(-1);
  const before = first ? await countOf(filter, { way: "before", rank: first.rank }) : 0;
  const more = before + page.length < total;
  return {
    ids: page.map(({ id }) => id),
    total,
    before,
    previous: first && before > 0 ? writeCursor({ way: "before", rank: first.rank }) : null,
    next: last && more ? writeCursor({ way: "after", rank: last.rank }) : null,
  };
}

/** Where a lead stands in the board as filtered: '4 of 17', and who is before and after it. */
export type BoardPlace = {
  at: number | null;
  of: number;
  previousId: string | null;
  nextId: string | null;
};

/** The place of a lead. One that is no longer in the list leads on to the list's first. */
export async function boardPlace(
  viewer: Viewer,
  filter: BoardFilter,
  leadId: string,
): Promise<BoardPlace> {
  authorize(viewer, "document leads");
  const list = LISTS[filter.show];
  const own = await db.execute<{ rank: string[] }>(sql`
    select array[${listed(list.rank.map(({ of }) => sql`(${of})::text`))}] as rank
    from ${list.from} where ${matching(filter)} and ${lead.id} = ${leadId}`);
  const rank = own[0]?.rank;
  if (!rank) {
    const [[first], of] = await Promise.all([leadsFrom(filter, null, 1), countOf(filter)]);
    return { at: null, of, previousId: null, nextId: first?.id ?? null };
  }
  const [previous, next, before, of] = await Promise.all([
    leadsFrom(filter, { way: "before", rank }, 1),
    leadsFrom(filter, { way: "after", rank }, 1),
    countOf(filter, { way: "before", rank }),
    countOf(filter),
  ]);
  return {
    at: before + 1,
    of,
    previousId: previous[0]?.id ?? null,
    nextId: next[0]?.id ?? null,
  };
}
