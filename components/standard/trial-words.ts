import { formatCount, formatNumber } from "@/lib/platform/format-number";
import type { Trial } from "@/lib/standard/versions/trial";

/** The news of a trial in one sentence: '23 more leads would be held, and 4 fewer.' */
export function trialNews({ leads, more, fewer }: Trial, locale: string): string {
  if (leads === 0) return "No lead was captured in this time, so there is nothing to try it on.";
  if (more === 0 && fewer === 0) return "The same leads would be held.";
  const also = formatNumber(fewer, locale);
  if (more === 0) {
    return `${formatCount(fewer, "lead that is held would be let through", "leads that are held would be let through", locale)}.`;
  }
  const held = formatCount(more, "more lead would be held", "more leads would be held", locale);
  return fewer === 0 ? `${held}.` : `${held}, and ${also} let through.`;
}
