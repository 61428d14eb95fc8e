import { FIELD_IDS } from "@/lib/standard/categories";
import { keep, kept } from "../form/kept";
import type { DraftState } from "./draft-state";

/** Whose writing it is counts: two people may use one computer. */
type Whose = { draftId: string; personId: string };

const keyOf = ({ draftId, personId }: Whose) => `baton-standard-${draftId}-${personId}`;

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
export function keptState(whose: Whose): DraftState | null {
  return parseKept(kept(keyOf(whose)), whose.draftId);
}

/** Keeps what is written until it is saved; null forgets it. */
export function keepState(whose: Whose, state: DraftState | null): void {
  keep(keyOf(whose), state && JSON.stringify(state));
}
