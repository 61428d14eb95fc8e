import { z } from "zod";
import { numberRefusal } from "@/lib/platform/typed-number";
import type { CurationWeights } from "./curation-weights";

const within = (least: number, most: number) => {
  const message = `Give a number from ${least} to ${most}.`;
  return z.number(numberRefusal(message)).min(least, message).max(most, message);
};
const whole = (least: number, most: number) => {
  const message = `Give a whole number from ${least} to ${most}.`;
  return z.number(message).int(message).min(least, message).max(most, message);
};
const signal = within(0, 20);
/** What a machine or a colleague does never enters a trail, whatever somebody would like (X.4, X.5). */
const never = z.number().min(0).max(0, "This kind never enters a trail.");

/** What makes a touchpoint significant, as a person may set it. */
export const curationInput = z.strictObject({
  signal: z.strictObject({
    form_submitted: signal,
    chat: signal,
    event_attended: signal,
    competitor_content: signal,
    content_downloaded: signal,
    remark: signal,
    event_registered: signal,
    email_clicked: signal,
    page_viewed: signal,
    email_opened: never,
    email_delivered: never,
    sales_activity: never,
  }),
  highIntentPage: signal,
  comparisonPage: signal,
  request: signal,
  halfLifeDays: whole(1, 365),
  doubling: within(0, 2),
  countedUpTo: whole(1, 100),
  dwell: within(0, 1),
  minutesUpTo: whole(0, 120),
  sameFamily: within(0, 1),
  mostOfFamily: whole(1, 5),
  floor: within(0, 1),
}) satisfies z.ZodType<CurationWeights>;
