import type { Failed } from "@/lib/enrichment/http/http";
import { readableActivity } from "../readable";
import type { SourcePage, SourceQuestion } from "../source";
import { BACK_FILL_DAYS } from "../window";
import { ACTIVITY_TYPES, LEAD_TYPES, type MarketoActivity, marketoActivity } from "./activity";
import { activityPage, type MarketoReading } from "./activity-pages";

type Read = { found: readonly { one: MarketoActivity; type: string }[]; refused: string[] };

/** What leads did, and which leads are to be read for it. */
export async function readActivities(
  reading: MarketoReading,
  question: SourceQuestion,
  signal: AbortSignal,
): Promise<SourcePage | Failed> {
  const wanted = { names: Object.keys(ACTIVITY_TYPES), days: BACK_FILL_DAYS };
  const page = await activityPage(reading, wanted, question, signal);
  if (!("found" in page)) return page;
  return { ...taken(page, reading.connectionId), ...page.goesOn };
}

function taken({ found: named, refused: unread }: Read, connectionId: string) {
  const refused: string[] = [];
  const found = named.flatMap(({ one, type }) => {
    const given = marketoActivity(one, type, connectionId);
    return given ? (readableActivity(given, refused) ?? []) : [];
  });
  const leads = named.map(({ one, type }) => ({
    stream: "leads",
    id: String(one.leadId),
    unknownOnly: !LEAD_TYPES.includes(type),
  }));
  const passedOver = named.length - found.length - refused.length;
  const told = [...unread, ...refused];
  return { records: [], activities: found, refused: told, passedOver, changed: leads };
}
