import { acceptance, type PhraseUsage } from "@/lib/audit/phrase-usage/usage";
import { formatCount, formatPercent, formatPercentRange } from "@/lib/platform/format-number";
import type { Rate } from "@/lib/statistics/rate";

/** A phrase of the library with its use, in words. */
export type PhraseLine = {
  id: string;
  text: string;
  used: string;
  withIt: string;
  withoutIt: string;
};

/** '90% of 20 (70%–97%)' */
const rateWords = ({ rate, low, high, of }: Rate, locale: string) =>
  `${formatPercent(rate, locale)} of ${of} (${formatPercentRange(low, high, locale)})`;

export function phraseLine(usage: PhraseUsage, locale: string): PhraseLine {
  const { id, text, leads, withIt, withoutIt } = usage;
  const told = acceptance(usage);
  const few = ({ of }: PhraseUsage["withIt"]) => `Not enough data: ${of} decided`;
  return {
    id,
    text,
    used: formatCount(leads, "lead", "leads", locale),
    withIt: told ? rateWords(told.withIt, locale) : few(withIt),
    withoutIt: told ? rateWords(told.withoutIt, locale) : few(withoutIt),
  };
}
