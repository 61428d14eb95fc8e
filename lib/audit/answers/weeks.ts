import { lastWeeks } from "../rates";

/** As long as one remembers what happened, and enough leads to say something of a rep. */
export const ANSWER_WEEKS = 4;

/** The first moment of the report on first answers: a Monday. */
export function answersFrom(now: Date): Date {
  const [from = now.toISOString().slice(0, 10)] = lastWeeks(now, ANSWER_WEEKS);
  return new Date(`${from}T00:00:00Z`);
}
