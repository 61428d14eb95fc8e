import { unstable_isUnrecognizedActionError } from "next/navigation";
import type { Outcome } from "@/lib/access/outcome";
import { type FormState, untouched } from "./form-state";

const OLD_PAGE =
  "Baton was updated meanwhile, so nothing was saved. Copy what you typed, load the page again, then save.";
const NO_ANSWER =
  "No answer came, so this may not be saved. What you typed is still here: try again.";
const OLD_PAGE_PRESSED =
  "Baton was updated meanwhile, so nothing was done. Load the page again, then try again.";
const NO_ANSWER_PRESSED = "No answer came, so this may not be done. Try again.";

/** Calls an action; a network that drops or a page that is too old becomes an outcome in words. */
export const answerOf = <T>(call: () => Promise<Outcome<T>>): Promise<Outcome<T>> =>
  answered(call, NO_ANSWER, OLD_PAGE);

/** As `answerOf`, for what one presses and types nothing for. */
export const answerToPress = <T>(call: () => Promise<Outcome<T>>): Promise<Outcome<T>> =>
  answered(call, NO_ANSWER_PRESSED, OLD_PAGE_PRESSED);

async function answered<T>(
  call: () => Promise<Outcome<T>>,
  noAnswer: string,
  oldPage: string,
): Promise<Outcome<T>> {
  try {
    return await call();
  } catch (error) {
    return { ok: false, reason: unstable_isUnrecognizedActionError(error) ? oldPage : noAnswer };
  }
}

/** An outcome as a form shows it: beside the field that is to blame, else over all of them. */
export function formStateOf(outcome: Outcome<unknown>): FormState {
  if (outcome.ok) return untouched;
  const { reason, field } = outcome;
  return field ? { ok: false, errors: { [field]: reason } } : { ok: false, message: reason };
}
