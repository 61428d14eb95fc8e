import type { Attempt } from "./attempt";

const PREFIX = "baton-attempt-";

/** Attempts of a person that this browser keeps because nobody answered them yet. */
export function keptAttempts(personId: string): Attempt[] {
  try {
    return Object.entries({ ...localStorage })
      .filter(([key]) => key.startsWith(PREFIX))
      .map(([, text]) => JSON.parse(text) as Attempt)
      .filter((attempt) => attempt.personId === personId);
  } catch {
    return [];
  }
}

/** Keeps an attempt until it is answered, over a tab that is loaded anew. */
export function keepAttempt(attempt: Attempt): void {
  try {
    localStorage.setItem(PREFIX + attempt.id, JSON.stringify(attempt));
  } catch {
    // A full or forbidden storage must not stop anyone from logging; this tab goes on sending.
  }
}

export function forgetAttempt({ id }: Attempt): void {
  try {
    localStorage.removeItem(PREFIX + id);
  } catch {
    // Nothing was kept where nothing can be.
  }
}
