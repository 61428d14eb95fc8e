/** What a command answers: its value, or why not and, where one field is to blame, which. */
export type Outcome<T = undefined> =
  | { ok: true; value: T }
  | { ok: false; reason: string; field?: string };

export const done: Outcome = { ok: true, value: undefined };

/** A refusal in words, naming the field where one is to blame. */
export function refused(
  reason: string,
  field?: string,
): { ok: false; reason: string; field?: string } {
  return field === undefined ? { ok: false, reason } : { ok: false, reason, field };
}
