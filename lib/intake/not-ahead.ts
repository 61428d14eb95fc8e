import type { LeadInput } from "./input";

/**
 * A lead with nothing captured later than now: a clock that is ahead counts as ours, since its value
 * would win against all that is said until then.
 */
export function notAhead<T extends { input: LeadInput }>(one: T, now: Date): T {
  const { capturedAt } = one.input;
  if (!capturedAt || capturedAt <= now) return one;
  return { ...one, input: { ...one.input, capturedAt: now } };
}
