/** Text that was typed and not saved yet, as this browser keeps it. */
export type KeptDraft = { text: string; basedOn: number; at: string };

const keyOf = (leadId: string) => `baton-summary-${leadId}`;

/** Reads what was kept; anything else in its place counts as nothing. */
export function parseKeptDraft(stored: string | null): KeptDraft | null {
  if (stored === null) return null;
  try {
    const { text, basedOn, at } = JSON.parse(stored) as Partial<KeptDraft>;
    const fits = typeof text === "string" && Number.isInteger(basedOn) && typeof at === "string";
    return fits ? { text, basedOn: basedOn ?? 0, at } : null;
  } catch {
    return null;
  }
}

/** The unsaved text for a lead, or null. A browser that keeps nothing loses nothing else. */
export function keptDraft(leadId: string): KeptDraft | null {
  try {
    return parseKeptDraft(localStorage.getItem(keyOf(leadId)));
  } catch {
    return null;
  }
}

/** Keeps unsaved text until it is saved; null forgets it. */
export function keepDraft(leadId: string, draft: KeptDraft | null): void {
  try {
    if (draft) localStorage.setItem(keyOf(leadId), JSON.stringify(draft));
    else localStorage.removeItem(keyOf(leadId));
  } catch {
    // A full or forbidden storage must not stop anyone from typing; saving still works.
  }
}
