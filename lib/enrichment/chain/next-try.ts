import { DAY, HOUR, MINUTE, SECOND } from "@/lib/platform/durations";
import type { FieldId } from "@/lib/standard/categories";
import type { Asked } from "./chain";
import { fillsOf, type Step } from "./step";

/** A lead that was handed to a job is found to be due again after this, if the job were ever lost. */
export const LOST_AFTER_MS = 15 * MINUTE;

/** Pauses after each try that was in vain; daily from then on. */
const PAUSES = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 8 * HOUR];
/** Daily tries end two weeks after the first. */
const DAILY_TRIES = 13;

/**
 * When a lead that stays short is tried again, `tries` being how often it was tried in vain (G.2).
 * `wishes` are those of the providers that could not answer, in seconds, undefined where one has
 * none: the soonest counts. Null where the lead is given up.
 */
export function nextTryAt(
  tries: number,
  now: Date,
  wishes: readonly (number | undefined)[] = [],
): Date | null {
  if (tries < 1 || tries > PAUSES.length + DAILY_TRIES) return null;
  const pause = PAUSES[tries - 1] ?? DAY;
  const pauses = wishes.map((wish) => (wish === undefined ? pause : Math.min(wish * SECOND, DAY)));
  return new Date(now.getTime() + (pauses.length > 0 ? Math.min(...pauses) : pause));
}

/** After clear answers nothing new is to be expected sooner than they are kept, or than tomorrow. */
function whenAnswersLapse(asked: readonly Asked[]): number {
  return Math.min(...asked.map(({ step, at }) => at.getTime() + Math.max(step.cacheDays, 1) * DAY));
}

/** Answers after which the same question may be answered differently soon. */
const OPEN = ["later", "failed", "skipped"];

const wishOf = ({ answer }: Asked) =>
  "retryAfterSeconds" in answer ? answer.retryAfterSeconds : undefined;

/**
 * When something comes that was paid for and promised, by a provider's ticket; null where nothing
 * is. It is waited for whether or not the lead is still short of something.
 */
export function whenPromised(asked: readonly Asked[], now: Date): Date | null {
  const last = new Map(asked.map((one) => [one.step, one]));
  const waits = [...last.values()].flatMap((one) => {
    const { answer, paid } = one;
    if (answer.answer === "later" && answer.ticket !== undefined)
      return [(wishOf(one) ?? 60) * SECOND];
    return paid && OPEN.includes(answer.answer) ? [(wishOf(one) ?? 300) * SECOND] : [];
  });
  return waits.length > 0 ? new Date(now.getTime() + Math.min(...waits)) : null;
}

/**
 * When a lead is tried again after the chain ran and `holds` are still short. Null where no step
 * could fill them, where none had anything to ask, or where two weeks have passed.
 */
export function nextTryAfter(
  run: { asked: readonly Asked[]; steps: readonly Step[] },
  holds: readonly FieldId[],
  tries: number,
  now: Date,
): Date | null {
  const couldFill = (step: Step) => fillsOf(step).some(([id]) => holds.includes(id));
  if (!run.steps.some(couldFill)) return null;
  const asked = run.asked
    .filter(({ step }) => couldFill(step))
    .filter(({ answer }) => answer.answer !== "nothing_to_ask");
  if (asked.length === 0) return null;
  const open = asked.filter(({ answer }) => OPEN.includes(answer.answer));
  const next = nextTryAt(tries, now, open.map(wishOf));
  if (next === null || open.length > 0) return next;
  return new Date(Math.max(next.getTime(), whenAnswersLapse(asked)));
}
