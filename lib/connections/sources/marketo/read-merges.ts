import type { Failed } from "@/lib/enrichment/http";
import type { SourcePage, SourceQuestion } from "../source";
import { activityPage, type MarketoReading } from "./activity-pages";
import { MERGE_TYPE, mergesOf } from "./merges";

/** Which leads were merged into which, in the order in which that happened. */
export async function readMerges(
  reading: MarketoReading,
  question: SourceQuestion,
  signal: AbortSignal,
): Promise<SourcePage | Failed> {
  const page = await activityPage(reading, [MERGE_TYPE], question, signal);
  if (!("found" in page)) return page;
  const told = page.found.map(({ one }) => mergesOf(one));
  const passedOver = told.filter((merges) => merges.length === 0).length;
  return {
    ...{ records: [], activities: [], refused: page.refused, passedOver, merged: told.flat() },
    ...page.goesOn,
  };
}
