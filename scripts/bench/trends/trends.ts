import type { Addresses } from "@/db/embedded";
import { trendsAddress } from "@/lib/platform/address";
import { openTrendDatabase } from "../databases";
import { someone } from "../queries";
import type { Row } from "../row";
import { serveProduct } from "../servers";
import { cookieOf } from "../session";
import type { Size } from "../size";
import type { Target } from "../target";

type Names = "trends" | "trendsBefore";

/** The trend page as a manager opens it, with many handoffs over two years and with few. */
export async function serveTrends(
  cluster: Addresses,
  build: string,
  { trends: { few, many } }: Size,
): Promise<Record<Names, Target>> {
  const served = async (handoffs: number): Promise<Target> => {
    const database = await openTrendDatabase(cluster, handoffs);
    return {
      name: `trends of ${handoffs}`,
      origin: await serveProduct(build, database),
      paths: [trendsAddress()],
      cookie: await cookieOf(await someone(database.ownerUrl, "manager")),
      holds: "More than chance",
    };
  };
  return { trends: await served(many), trendsBefore: await served(few) };
}

/** Requests a second over the empty page's, and over the same page's with fewer handoffs. */
export function trendRows(
  { trends, trendsBefore, empty }: Record<Names | "empty", number>,
  { trends: { few, many } }: Size,
): Row[] {
  const both = (one: number, other: number) => `${one.toFixed(1)} and ${other.toFixed(1)}`;
  return [
    {
      what: `/audit/trends with ${many} handoffs, requests a second over an empty page's`,
      ratio: trends / empty,
      limit: { way: "at least", of: 0.3 },
      measured: `${both(trends, empty)} requests a second`,
    },
    {
      what: `/audit/trends, time with ${many} handoffs over ${few}`,
      ratio: trendsBefore / trends,
      limit: { way: "at most", of: 1.2 },
      measured: `${both(trends, trendsBefore)} requests a second`,
    },
  ];
}
