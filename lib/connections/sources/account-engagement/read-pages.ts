import type { Failed } from "@/lib/enrichment/http";
import { asObject, type Loose, textOf } from "@/lib/intake/tracking/loose";
import { externalIdOf } from "../external-id";
import { readableActivity } from "../readable";
import { afterRound, roundAt } from "../round";
import { nothing, type SourcePage, type SourceQuestion } from "../source";
import { askUnit, PAGE, unitTime } from "./ask";
import { pageViewId } from "./page-view-id";
import type { Unit } from "./unit";

/** As far back as a trail shows pages (C3.1): a year of a site's pages would use up days of calls. */
const BACK_DAYS = 30;
const DAY = 86_400_000;
const ASKED = "id,url,title,durationInSeconds,createdAt,visit.prospectId";

function pageView(of: Loose, connectionId: string) {
  const id = textOf(of, "id");
  const url = textOf(of, "url") ?? "";
  const prospectId = textOf(asObject(of.visit), "prospectId");
  if (!id || !prospectId || !URL.canParse(url)) return null;
  const seconds = Number(of.durationInSeconds ?? Number.NaN);
  return {
    ...{ id: pageViewId(connectionId, id), kind: "page_viewed", occurredAt: of.createdAt },
    leadExternalId: externalIdOf("pardot", connectionId, prospectId),
    path: new URL(url).pathname,
    title: textOf(of, "title"),
    seconds: Number.isInteger(seconds) && seconds >= 0 ? seconds : undefined,
  };
}

/**
 * The pages of the visits that prospects made, by number; whose visitor is not known is passed over.
 * Fields: https://developer.salesforce.com/docs/marketing/pardot/guide/visitor-page-view-v5.html
 */
export async function readPages(
  reading: Unit & { connectionId: string },
  { position, now }: SourceQuestion,
  signal: AbortSignal,
): Promise<SourcePage | Failed> {
  const at = roundAt(position);
  const since = at.since ?? now.getTime() - BACK_DAYS * DAY;
  const query = {
    fields: ASKED,
    idGreaterThan: String(at.after),
    createdAtAfterOrEqualTo: unitTime(since),
    ...{ orderBy: "id ASC", limit: String(PAGE) },
  };
  const answer = await askUnit(reading, "visitor-page-views", query, now, signal);
  if ("answer" in answer) return answer;
  const { values, time } = answer;
  const refused: string[] = [];
  const given = values.flatMap((one) => pageView(one, reading.connectionId) ?? []);
  const activities = given.flatMap((one) => readableActivity(one, refused) ?? []);
  const numbers = values.map(({ id }) => id);
  const next = afterRound(at, numbers, values.length >= PAGE, time);
  const passedOver = values.length - given.length;
  return { ...nothing({}, true, null), activities, refused, passedOver, ...next };
}
