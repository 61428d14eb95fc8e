import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { boardCount } from "@/db/schema/board";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { isFieldId } from "@/lib/standard/categories";
import { answersOf, CHANNELS_SHOWN, type Facets } from "../facets/facets";
import { BOARD_KIND_NAMES, type BoardKind } from "../kinds";
import { untold } from "../list/queries";

const summed = sql<number>`sum(${boardCount.leads})::int`;

/** How many leads need a person, by kind (O.1). A lead can be of more than one kind. */
export async function boardCounts(viewer: Viewer): Promise<Record<BoardKind, number>> {
  authorize(viewer, "document leads");
  const rows = await db.execute<{ kind: string; leads: number }>(sql`
    select ${boardCount.kind} as kind, ${summed} as leads from ${boardCount}
    where ${boardCount.facet} = 'all' group by 1
    union all
    select 'sync', count(*)::int from ${untold}`);
  const of = (kind: BoardKind) =>
    rows.reduce((leads, row) => (row.kind === kind ? leads + row.leads : leads), 0);
  return Object.fromEntries(BOARD_KIND_NAMES.map((kind) => [kind, of(kind)])) as Record<
    BoardKind,
    number
  >;
}

/** The counts beside the filters of Pending Enrichment while none is set (G.1, O.1). */
export async function countedFacets(viewer: Viewer): Promise<Facets> {
  authorize(viewer, "document leads");
  const { facet, value, kind } = boardCount;
  const rows = await db
    .select({ facet, value, leads: summed })
    .from(boardCount)
    .where(eq(kind, "enrichment"))
    .groupBy(facet, value)
    .having(sql`sum(${boardCount.leads}) > 0`);
  const of = (name: (typeof rows)[number]["facet"]) =>
    rows.flatMap((row) => (row.facet === name ? [row] : []));
  const answers = new Map(of("answer").map((row) => [row.value, row.leads]));
  return {
    missing: Object.fromEntries(
      of("missing").flatMap((row) => (isFieldId(row.value) ? [[row.value, row.leads]] : [])),
    ),
    answers: answersOf((name) => answers.get(name)),
    channels: of("channel")
      .map((row) => ({ channel: row.value, count: row.leads }))
      .toSorted((one, other) => other.count - one.count || (one.channel < other.channel ? -1 : 1))
      .slice(0, CHANNELS_SHOWN),
  };
}
