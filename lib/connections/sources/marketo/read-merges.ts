import type { Failed } from "@/lib/enrichment/http/http";
import type { SourcePage, SourceQuestion } from "../source";
import { BACK_FILL_DAYS } from "../window";
import { activityPage, type MarketoReading } from "./activity-pages";
import { MERGE_TYPE, mergesOf } from "./merges";

/** Which leads were merged into which, in the order in which that happened. */
export async function readMerges(
  reading: MarketoReading,
  question: SourceQuestion,
  signal: AbortSignal,
): Promise<SourcePage | Failed> {
  const wanted = { names: [MERGE_TYPE], days: BACK_FILL_DAYS };
  const page = await activityPage(reading, wanted, question, signal);
  if (!("found" in page)) return page;
  const told = page.found.map(({ one }) => mergesOf(one));
  const passedOver = told.filter((merges) => merges.length === 0).length;
  return {
    records: [],
    activities: [],
    refused: page.refused,
    passedOver,
    merged: told.flat(),
    ...page.goesOn,
  };
}
