import { FIELD_IDS } from "@/lib/standard/categories";
import type { DraftState } from "./draft-state";

const keyOf = (draftId: string) => `baton-standard-${draftId}`;

const whole = (text: Partial<DraftState["mine"]> | undefined): boolean =>
  Array.isArray(text?.gates) &&
  typeof text.graceMinutes === "number" &&
  typeof text.effectiveOn === "string" &&
  typeof text.reason === "string" &&
  FIELD_IDS.every((id) => typeof text.requirements?.[id]?.level === "string");

/** Reads what was kept of a draft; anything else in its place counts as nothing. */
export function parseKept(stored: string | null, draftId: string): DraftState | null {
  if (stored === null) return null;
  try {
    const { mine, base } = JSON.parse(stored) as Partial<DraftState>;
    const fits = whole(mine) && whole(base) && base?.id === draftId;
    return fits && mine && base ? { mine, base } : null;
  } catch {
    return null;
  }
}

/** What is written in a draft and not saved, as this browser keeps it; null where nothing is. */
export function keptState(draftId: string): DraftState | null {
  try {
    return parseKept(localStorage.getItem(keyOf(draftId)), draftId);
  } catch {
    return null;
  }
}

/** Keeps what is written until it is saved; null forgets it. */
export function keepState(draftId: string, state: DraftState | null): void {
  try {
    if (state) localStorage.setItem(keyOf(draftId), JSON.stringify(state));
    else localStorage.removeItem(keyOf(draftId));
  } catch {
    // A full or forbidden storage must not stop anyone from writing; saving still works.
  }
}
