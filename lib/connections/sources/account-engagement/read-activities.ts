import type { Failed } from "@/lib/enrichment/http";
import { readableActivity } from "../readable";
import { afterRound, roundAt } from "../round";
import { nothing, type SourcePage, type SourceQuestion } from "../source";
import { BACK_FILL_DAYS } from "../window";
import { unitActivity } from "./activity";
import { askUnit, PAGE, unitTime } from "./ask";
import type { Unit } from "./unit";

const DAY = 86_400_000;
const ASKED = [
  "id,type,typeName,details,prospectId,formId,formHandlerId,landingPageId,fileId",
  "emailId,listEmailId,emailTemplateId,visitorPageViewId,createdAt,updatedAt",
].join(",");

/**
 * A page of what prospects did: of a year first, then what is new or was updated. What nobody did who
 * is known is not even asked for. Three fields may be filtered by, and three are.
 */
export async function readActivities(
  reading: Unit & { connectionId: string },
  { position, now }: SourceQuestion,
  signal: AbortSignal,
): Promise<SourcePage | Failed> {
  const at = roundAt(position);
  const year = unitTime(now.getTime() - BACK_FILL_DAYS * DAY);
  const query = {
    fields: ASKED,
    idGreaterThan: String(at.after),
    prospectIdGreaterThan: "0",
    ...(at.since === null
      ? { createdAtAfterOrEqualTo: year }
      : { updatedAtAfterOrEqualTo: unitTime(at.since) }),
    ...{ orderBy: "id ASC", limit: String(PAGE) },
  };
  const answer = await askUnit(reading, "visitor-activities", query, now, signal);
  if ("answer" in answer) return answer;
  const { values, time } = answer;
  const refused: string[] = [];
  const given = values.flatMap((one) => unitActivity(one, reading.connectionId) ?? []);
  const activities = given.flatMap((one) => readableActivity(one, refused) ?? []);
  const numbers = values.map(({ id }) => id);
  const next = afterRound(at, numbers, values.length >= PAGE, time);
  const passedOver = values.length - given.length;
  return { ...nothing({}, true, null), activities, refused, passedOver, ...next };
}
