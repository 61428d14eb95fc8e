import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { lead } from "@/db/schema/lead";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { BULK_MOST } from "@/lib/platform/bulk";
import { freeFor } from "../claims/queries";
import { boardCounts } from "./counts/queries";
import { type Cursor, readCursor, writeCursor } from "./cursor";
import { type BoardFilter, isNarrowed } from "./filter";
import { LISTS, type List, listed, matching } from "./list/queries";

const PAGE = 50;

function beyond({ way, rank }: Cursor, list: List): SQL {
  const there = list.rank.map(
    ({ type }, index) => sql`${rank[index] ?? ""}::text::${sql.raw(type)}`,
  );
  const here = list.rank.map(({ of }) => of);
  return sql`(${listed(here)}) ${sql.raw(way === "after" ? "<" : ">")} (${listed(there)})`;
}

type Found = { id: string; rank: string[] };

async function leadsFrom(
  filter: BoardFilter,
  cursor: Cursor | null,
  limit: number,
  besides: SQL = sql`true`,
) {
  const list = LISTS[filter.show];
  const direction = sql.raw(cursor?.way === "before" ? "asc" : "desc");
  const rows = await db.execute<{ id: string; rank: string[] }>(sql`
    select ${lead.id} as id, array[${listed(list.rank.map(({ of }) => sql`(${of})::text`))}] as rank
    from ${list.from}
    where ${matching(filter)} and ${besides} and ${cursor ? beyond(cursor, list) : sql`true`}
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

/** How many leads a filter leaves; the whole of a kind is counted already. */
async function totalOf(viewer: Viewer, filter: BoardFilter): Promise<number> {
  return isNarrowed(filter) ? countOf(filter) : (await boardCounts(viewer))[filter.show];
}

/** One page of the board: which leads, how many there are, and where the neighbours begin. */
type BoardPage = {
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
  const [found, total] = await Promise.all([
    leadsFrom(filter, cursor, PAGE + 1),
    totalOf(viewer, filter),
  ]);
  const page = cursor?.way === "before" ? found.slice(-PAGE) : found.slice(0, PAGE);
  const first = page[0];
  const last = page.at(-1);
  // Without a cursor the list starts at its top, and a count over all of it can be spared.
  const before = first && cursor ? await countOf(filter, { way: "before", rank: first.rank }) : 0;
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
type BoardPlace = {
  at: number | null;
  of: number;
  previousId: string | null;
  nextId: string | null;
};

/**
 * The place of a lead. One that is no longer in the list leads on to the list's first. The next one
 * is never a lead that somebody else is on (O.1).
 */
export async function boardPlace(
  viewer: Viewer,
  filter: BoardFilter,
  leadId: string,
  now: Date,
): Promise<BoardPlace> {
  authorize(viewer, "document leads");
  const list = LISTS[filter.show];
  const free = freeFor(viewer, now);
  const own = await db.execute<{ rank: string[] }>(sql`
    select array[${listed(list.rank.map(({ of }) => sql`(${of})::text`))}] as rank
    from ${list.from} where ${matching(filter)} and ${lead.id} = ${leadId}`);
  const rank = own[0]?.rank;
  if (!rank) {
    const [[first], of] = await Promise.all([
      leadsFrom(filter, null, 1, free),
      totalOf(viewer, filter),
    ]);
    return { at: null, of, previousId: null, nextId: first?.id ?? null };
  }
  const [previous, next, before, of] = await Promise.all([
    leadsFrom(filter, { way: "before", rank }, 1),
    leadsFrom(filter, { way: "after", rank }, 1, free),
    countOf(filter, { way: "before", rank }),
    totalOf(viewer, filter),
  ]);
  return {
    at: before + 1,
    of,
    previousId: previous[0]?.id ?? null,
    nextId: next[0]?.id ?? null,
  };
}

/** The leads of the whole list as filtered, the most urgent first; at most 500 (O.5). */
export async function boardLeads(viewer: Viewer, filter: BoardFilter): Promise<string[]> {
  authorize(viewer, "document leads");
  return (await leadsFrom(filter, null, BULK_MOST)).map(({ id }) => id);
}
