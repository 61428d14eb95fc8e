import { keep, keptUnder } from "../../form/kept";
import type { Attempt } from "./attempt";

const PREFIX = "baton-attempt-";

/** Attempts of a person that this browser keeps because nobody answered them yet. */
export function keptAttempts(personId: string): Attempt[] {
  const attempts = keptUnder(PREFIX).flatMap((stored) => parseAttempt(stored) ?? []);
  return attempts.filter((attempt) => attempt.personId === personId);
}

/** Reads one that was kept; what cannot be read hides none of the others. */
function parseAttempt(stored: string): Attempt | null {
  try {
    return JSON.parse(stored);
  } catch {
    return null;
  }
}

/** Keeps an attempt until it is answered, over a tab that is loaded anew. */
export function keepAttempt(attempt: Attempt): void {
  keep(PREFIX + attempt.id, JSON.stringify(attempt));
}

export function forgetAttempt({ id }: Attempt): void {
  keep(PREFIX + id, null);
}
