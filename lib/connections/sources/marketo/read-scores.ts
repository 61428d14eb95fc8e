import type { Failed } from "@/lib/enrichment/http/http";
import type { SourcePage, SourceQuestion } from "../source";
import { activityPage, type MarketoReading } from "./activity-pages";

/**
 * A score that changes is no 'Change Data Value'. Of its own question, since the other types are as
 * many as one may name. A lead is read with the score that it has by then, so that little of what
 * was before it matters, and scores change more often than anything else.
 */
const WANTED = { names: ["Change Score"], days: 30 };

/** Whose score changed: these leads are read again. */
export async function readScores(
  reading: MarketoReading,
  question: SourceQuestion,
  signal: AbortSignal,
): Promise<SourcePage | Failed> {
  const page = await activityPage(reading, WANTED, question, signal);
  if (!("found" in page)) return page;
  const ids = new Set(page.found.map(({ one }) => String(one.leadId)));
  const changed = [...ids].map((id) => ({ stream: "leads", id, unknownOnly: false }));
  return {
    records: [],
    activities: [],
    refused: page.refused,
    passedOver: 0,
    changed,
    ...page.goesOn,
  };
}
