import type { Failed } from "@/lib/enrichment/http/http";
import { type Loose, textOf } from "@/lib/intake/tracking/loose";
import { DAY } from "@/lib/platform/durations";
import { roundAt } from "../round";
import type { SourcePage, SourceQuestion } from "../source";
import { askUnit, PAGE, unitTime } from "./ask";
import { pageViewId } from "./page-view-id";
import type { Unit } from "./unit";
import { unitPage } from "./unit-page";
import { visitorOf } from "./visitor";

/** As far back as a trail shows pages (C3.1): a year of a site's pages would use up days of calls. */
const BACK_DAYS = 30;
const ASKED = "id,url,title,durationInSeconds,createdAt,visitorId,visit.prospectId";

function pageView(of: Loose, connectionId: string) {
  const id = textOf(of, "id");
  const url = textOf(of, "url") ?? "";
  const leadExternalId = visitorOf(of, connectionId);
  if (!id || !leadExternalId || !URL.canParse(url)) return null;
  const seconds = Number(of.durationInSeconds ?? Number.NaN);
  return {
    id: pageViewId(connectionId, id),
    kind: "page_viewed",
    occurredAt: of.createdAt,
    leadExternalId,
    path: new URL(url).pathname,
    title: textOf(of, "title"),
    seconds: Number.isInteger(seconds) && seconds >= 0 ? seconds : undefined,
  };
}

/**
 * The pages of visits, by number; those of a visitor who is no prospect yet wait until they are one.
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
    orderBy: "id ASC",
    limit: String(PAGE),
  };
  const answer = await askUnit(reading, "visitor-page-views", query, now, signal);
  if ("answer" in answer) return answer;
  return unitPage(answer, at, reading.connectionId, (one) => pageView(one, reading.connectionId));
}
