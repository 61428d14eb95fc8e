import type { Part, UnsavedText } from "@/lib/documentation/unsaved/unsaved";
import { keep, kept } from "../form/kept";

/**
 * Text as this browser keeps it, and whether the server was seen to have it. `page`: when the page it
 * was typed on was read, in milliseconds, as the server's clock had it.
 */
type KeptDraft = UnsavedText & { sent?: boolean; page?: number };

/** Whose text it is counts: two people may use one computer. */
type Whose = { leadId: string; personId: string; part: Part };

const keyOf = ({ leadId, personId, part }: Whose) => `baton-${part}-${leadId}-${personId}`;

/** Reads what was kept; anything else in its place counts as nothing. */
export function parseKeptDraft(stored: string | null): KeptDraft | null {
  if (stored === null) return null;
  try {
    const { text, basedOn, at, sent, page } = JSON.parse(stored) as Partial<KeptDraft>;
    const fits = typeof text === "string" && Number.isInteger(basedOn) && typeof at === "string";
    if (!fits) return null;
    const known = typeof page === "number" ? { page } : {};
    return { text, basedOn: basedOn ?? 0, at, sent: sent === true, ...known };
  } catch {
    return null;
  }
}

/** The unsaved text for a lead, or null. A browser that keeps nothing loses nothing else. */
export function keptDraft(whose: Whose): KeptDraft | null {
  return parseKeptDraft(kept(keyOf(whose)));
}

/** Keeps unsaved text until it is saved; null forgets it. */
export function keepDraft(whose: Whose, draft: KeptDraft | null): void {
  keep(keyOf(whose), draft && JSON.stringify(draft));
}

/**
 * What one typed, from this browser and from the server. The later one is it; where this browser
 * has text that never arrived and another computer's came later, both stand, one under the other.
 * A `page` that was read before the text arrived, as the Back button shows one, cannot know of it.
 */
export function latestOf(
  here: KeptDraft | null,
  there: UnsavedText | null,
  page: number,
): UnsavedText | null {
  const arrived = here?.sent === true && here.page !== page;
  if (!here || !there) return there ?? (arrived ? null : here);
  if (here.text.trim() === there.text.trim()) return there;
  if (here.at >= there.at) return here;
  return here.sent ? there : { ...there, text: `${there.text.trimEnd()}\n\n${here.text}` };
}
