import { type Comparison, isShown, LEAST_IN_GROUP } from "@/lib/outcomes/comparison/comparison";
import { QUESTIONS, type Question, type Times } from "@/lib/outcomes/comparison/questions";
import { formatDuration } from "@/lib/platform/format";
import {
  formatNumber,
  formatPercent,
  formatPercentRange,
  formatSigned,
} from "@/lib/platform/format-number";
import type { Median } from "@/lib/statistics/median";
import type { Rate } from "@/lib/statistics/rate";
import type { Shift } from "@/lib/statistics/shift";

/** One question with warm and partial handoffs side by side, in printed numbers. */
export type OutcomeLine = {
  key: string;
  label: string;
  warm: string;
  partial: string;
  plain: string;
  within: string;
  says: string;
};

const rateWords = (rate: Rate | null, locale: string) =>
  rate
    ? `${formatPercent(rate.rate, locale)} of ${formatNumber(rate.of, locale)} (${formatPercentRange(rate.low, rate.high, locale)})`
    : "–";

type Interval = { by: number; low: number; high: number } | null;

/** '+12 (3 to 21)', in points. */
function pointsWords(interval: Interval, locale: string): string {
  if (!interval) return "–";
  const signed = (ratio: number) => formatSigned(ratio * 100, locale);
  return `${signed(interval.by)} (${signed(interval.low)} to ${signed(interval.high)})`;
}

/** What the data say, or that they say nothing yet and how much would be enough (R.1). */
function saysWords(comparison: Comparison, locale: string): string {
  const { warm, partial, within, enough } = comparison;
  if (isShown(comparison) && within) {
    return within.by > 0 ? "Warm does better" : "Partial does better";
  }
  const fewest = Math.min(warm?.of ?? 0, partial?.of ?? 0);
  const needed =
    enough === null ? "" : `; ${formatNumber(enough, locale)} of each would show ten points`;
  return fewest < LEAST_IN_GROUP || !within
    ? `Not enough data${needed}`
    : `No difference is shown${needed}`;
}

/** Where nobody has told of any, that there was none is not known. */
const NOT_KNOWN: Partial<Record<Question, string>> = {
  opportunity: "Not known: nobody has told of opportunities",
  won: "Not known: nobody has told of deals",
};

/** A question as its row says it. */
export function outcomeLine(
  { question, known, comparison }: { question: Question; known: boolean; comparison: Comparison },
  locale: string,
): OutcomeLine {
  const { warm, partial, plain, within } = comparison;
  const { label, afterDays } = QUESTIONS[question];
  return {
    key: question,
    label: afterDays > 0 ? `${label}, after ${afterDays} days` : label,
    warm: rateWords(warm, locale),
    partial: rateWords(partial, locale),
    plain: pointsWords(plain, locale),
    within: pointsWords(within, locale),
    says: (known ? null : NOT_KNOWN[question]) ?? saysWords(comparison, locale),
  };
}

const medianWords = (median: Median | null, locale: string) =>
  median
    ? `${formatDuration(median.median)} (${formatDuration(median.low)} to ${formatDuration(median.high)}), ${formatNumber(median.of, locale)} leads`
    : "fewer than six leads";

/** '4 min sooner', or '2 h later'. */
const sooner = (seconds: number) =>
  Math.round(seconds) === 0
    ? "0 s"
    : `${formatDuration(Math.abs(seconds))} ${seconds < 0 ? "sooner" : "later"}`;

/** How much sooner warm handoffs are, and whether that may be chance. */
function shiftWords(shift: Shift | null): string {
  if (!shift) return "Not enough data";
  const { by, low, high } = shift;
  const between = `(${sooner(low)} to ${sooner(high)})`;
  return low <= 0 && high >= 0
    ? `No difference is shown ${between}`
    : `Warm ${sooner(by)} ${between}`;
}

/** A length of time as its row says it. */
export function timesLine(label: string, { warm, partial, shift }: Times, locale: string) {
  const [one, other] = [medianWords(warm, locale), medianWords(partial, locale)];
  return { label, warm: one, partial: other, shift: shiftWords(shift) };
}
