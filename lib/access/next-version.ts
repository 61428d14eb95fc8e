import { z } from "zod";

/** Why a setting changes, as its history tells it: 3 to 300 characters. */
export const reasonInput = z
  .string()
  .trim()
  .min(3, "Say in a few words why it changes.")
  .max(300, "This is too long: 300 characters at most.");

/** Said to the later of two who save the next version of the same setting. */
export const SAVED_MEANWHILE =
  "Somebody saved another version meanwhile. Yours is still here: load the page in another tab, and make your change there.";

/**
 * Why what was made from the version `basedOn` does not become the next one: another is in force by
 * now, or it says the same as that. Null where it may. Asked before anything is written, since a
 * refusal does not take back what its transaction wrote.
 */
export function hindranceToSave(
  inForce: { version: number },
  basedOn: number,
  isChanged: boolean,
): string | null {
  if (inForce.version !== basedOn) return SAVED_MEANWHILE;
  return isChanged ? null : "Nothing has changed.";
}
