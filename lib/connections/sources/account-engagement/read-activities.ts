import type { Failed } from "@/lib/enrichment/http/http";
import { DAY } from "@/lib/platform/durations";
import { roundAt } from "../round";
import type { SourcePage, SourceQuestion } from "../source";
import { BACK_FILL_DAYS } from "../window";
import { type UnitRead, unitActivity } from "./activity";
import { askUnit, PAGE, unitTime } from "./ask";
import type { Unit } from "./unit";
import { unitPage } from "./unit-page";

const ASKED = [
  "id,type,typeName,details,prospectId,visitorId,formId,formHandlerId,landingPageId,fileId",
  "emailId,listEmailId,emailTemplateId,customRedirectId,visitorPageViewId,createdAt,updatedAt",
].join(",");
/** Where tracked links lead; only whoever may view Custom Redirects is told. */
const WITH_REDIRECTS = `${ASKED},customRedirect.name,customRedirect.destinationUrl`;

/**
 * A page of what prospects did: of a year first, then what is new or was updated. What nobody did who
 * is known is not even asked for. Three fields may be filtered by, and three are.
 */
export async function readActivities(
  reading: Unit & UnitRead,
  { position, now }: SourceQuestion,
  signal: AbortSignal,
): Promise<SourcePage | Failed> {
  const at = roundAt(position);
  const year = unitTime(now.getTime() - BACK_FILL_DAYS * DAY);
  const query = {
    idGreaterThan: String(at.after),
    prospectIdGreaterThan: "0",
    ...(at.since === null
      ? { createdAtAfterOrEqualTo: year }
      : { updatedAtAfterOrEqualTo: unitTime(at.since) }),
    orderBy: "id ASC",
    limit: String(PAGE),
  };
  const ask = (fields: string) =>
    askUnit(reading, "visitor-activities", { fields, ...query }, now, signal);
  const whole = await ask(WITH_REDIRECTS);
  const answer = "answer" in whole && whole.cause === "refused" ? await ask(ASKED) : whole;
  if ("answer" in answer) return answer;
  return unitPage(answer, at, reading.connectionId, (one) => unitActivity(one, reading));
}
