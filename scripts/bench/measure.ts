import type { Addresses } from "@/db/embedded";
import { step } from "../step";
import { arrivalRow } from "./arrivals";
import { boardRow } from "./board";
import { curationRows } from "./curation";
import { openDatabases, openIntakeDatabase } from "./databases";
import { intakeRows } from "./intake/intake";
import { javascriptRows } from "./javascript";
import { pageRows, pagesOf } from "./pages";
import { requestsPerSecond } from "./rounds";
import type { Row } from "./row";
import { serveEmptyPage, serveProduct } from "./servers";
import { activitiesOf, type Size } from "./size";
import type { Target } from "./target";
import { byTrailLength, trailLengthRow } from "./trail-length";
import { serveTrends, trendRows } from "./trends/trends";
import { typingRows } from "./typing";

/** What is measured, and on what. */
type Bench = { size: Size; cluster: Addresses; build: string; emptyPage: string };

/** Every row of the table, and how much the largest database holds. */
export async function measure({ size, cluster, build, emptyPage }: Bench) {
  const handoffs = [...new Set([size.board, size.pages, size.large])];
  const databases = await step("Databases filled", () =>
    openDatabases(
      cluster,
      handoffs.map((count) => ({ handoffs: count, activities: activitiesOf(size, count) })),
    ),
  );
  const of = (count: number) => {
    const found = databases[handoffs.indexOf(count)];
    if (!found) throw new Error(`There is no database with ${count} handoffs.`);
    return found;
  };
  const large = of(size.large);
  const rows: Row[] = await step("Curation measured", () => curationRows(large, size.curated));
  const served = await step("Servers started", async () => ({
    empty: await serveEmptyPage(emptyPage),
    large: await pagesOf(await serveProduct(build, large), large),
    pages: await pagesOf(await serveProduct(build, of(size.pages)), of(size.pages)),
    board: await pagesOf(await serveProduct(build, of(size.board)), of(size.board)),
  }));
  const trends = await step("Trends served", () => serveTrends(cluster, build, size));
  const empty: Target = { name: "empty", origin: served.empty, paths: ["/"], holds: "Empty" };
  rows.push(...(await javascriptRows(empty, served.large)));
  const targets = {
    empty,
    queue: served.large.queue,
    queueBefore: served.pages.queue,
    lead: served.large.lead,
    leadBefore: served.pages.lead,
    board: served.large.board,
    boardBefore: served.board.board,
    ...(await byTrailLength(served.large.lead, large)),
    ...trends,
  };
  const perSecond = await step("Pages measured", () => requestsPerSecond(targets, size));
  rows.push(...pageRows(perSecond, size), trailLengthRow(perSecond));
  rows.push(...trendRows(perSecond, size));
  rows.push(boardRow(perSecond, of(size.board), large));
  rows.push(await step("Arrivals measured", () => arrivalRow(served.large.queue.origin, large)));
  rows.push(...(await step("Typing measured", () => typingRows(empty, served.large, large))));
  rows.push(...(await step("Intake measured", () => intakeMeasured(cluster, build))));
  const { leads, handoffs: handedOff } = large;
  return { rows, database: { leads, handoffs: handedOff, activities: size.activities } };
}

/** On a server that runs its jobs itself, as it usually does: they judge what comes in meanwhile. */
async function intakeMeasured(cluster: Addresses, build: string): Promise<Row[]> {
  const database = await openIntakeDatabase(cluster);
  const { queue } = await pagesOf(await serveProduct(build, database, "here"), database);
  return intakeRows(queue, database);
}
