import type { Going, NotWritten, Written } from "./crm";

/**
 * Everything that did not go out, alike: a call for all of it had no answer. None of it is to blame,
 * so all of it is tried again.
 */
export function noneAsked(going: readonly Going[], { final: _, ...not }: NotWritten): Written[] {
  return going.map(({ id }) => ({ id, not }));
}

/** The same, where the call was for the leads themselves, and what it did is not known. */
export function noneWritten(going: readonly Going[], not: NotWritten): Written[] {
  // One of several may be what the call fails of: it is found out when each goes alone.
  return going.length > 1 ? noneAsked(going, not) : going.map(({ id }) => ({ id, not }));
}
