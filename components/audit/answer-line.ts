import type { RepAnswers } from "@/lib/audit/answers/answers";
import { formatDuration } from "@/lib/platform/format";
import { formatNumber, formatPercent, formatPercentRange } from "@/lib/platform/format-number";
import type { Rate } from "@/lib/statistics/rate";

/** What a rep made of their leads, in printed numbers. */
export type AnswerLine = {
  owner: string;
  leads: string;
  inTime: string;
  interval: string;
  took: string;
  givenOn: string;
};

/** '62–81%': where the share lies, at that many leads. */
export function intervalWords(rate: Rate | null, locale: string): string {
  if (!rate) return "";
  return formatPercentRange(rate.low, rate.high, locale);
}

/** How long half of the answers took at most, in working time. */
export function tookWords(medianMs: number | null, rate: Rate | null): string {
  if (!rate) return "–";
  return medianMs === null ? "no attempt" : formatDuration(medianMs / 1000);
}

/** A rep as their row of the table says it. */
export function answerLine(
  { owner, rate, medianMs, givenOn }: RepAnswers,
  locale: string,
): AnswerLine {
  return {
    owner,
    leads: formatNumber(rate?.of ?? 0, locale),
    inTime: rate ? formatPercent(rate.rate, locale) : "–",
    interval: intervalWords(rate, locale),
    took: tookWords(medianMs, rate),
    givenOn: formatNumber(givenOn, locale),
  };
}
