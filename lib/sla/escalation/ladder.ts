import { MINUTE } from "@/lib/platform/durations";
import type { LadderStep } from "../settings";
import type { Owed } from "../standing";
import { addWorkingMs, nextWorkingAt, workingMsBetween } from "../working-time";

/** A step that is due, by its place on the ladder. `overtaken`: a later one is due as well. */
export type DueStep = { step: number; overtaken: boolean } & LadderStep;

/** Whoever warns of an end that passed long ago only adds noise; all else is done, however late. */
const isOvertaken = (later: readonly LadderStep[], { action }: LadderStep) =>
  action === "warn_rep" && later.length > 0;

/**
 * The steps of a ladder that are due at a moment and not done yet, in their order. Worked out from
 * the owner's working time each time, so that an absence entered meanwhile puts them off.
 */
export function dueSteps(
  owed: Owed,
  ladder: readonly LadderStep[],
  done: readonly number[],
  now: Date,
): DueStep[] {
  // A window that has not begun warns nobody, however short it is: not in the night.
  if (nextWorkingAt(owed.calendar, owed.routedAt) > now) return [];
  const worked = workingMsBetween(owed.calendar, owed.routedAt, now);
  const past = worked - owed.windowSeconds * 1000;
  const due = ladder
    .map((each, step) => ({ ...each, step }))
    .filter(({ step, minutes }) => !done.includes(step) && minutes * MINUTE <= past);
  return due.map((each, index) => ({
    ...each,
    overtaken: isOvertaken(due.slice(index + 1), each),
  }));
}

/** When the next step that is not done yet falls due; null where none is left. */
export function nextStepAt(
  owed: Owed,
  ladder: readonly LadderStep[],
  done: readonly number[],
): Date | null {
  const next = ladder.find((_, step) => !done.includes(step));
  if (!next) return null;
  const ms = owed.windowSeconds * 1000 + next.minutes * MINUTE;
  const begins = nextWorkingAt(owed.calendar, owed.routedAt);
  return ms > 0 ? addWorkingMs(owed.calendar, owed.routedAt, ms) : begins;
}
