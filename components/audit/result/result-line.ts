import type { CategoryResult } from "@/lib/audit/result/result";
import { formatNumber, formatPercent, formatPercentRange } from "@/lib/platform/format-number";
import type { Rate } from "@/lib/statistics/rate";
import type { ResultLine } from "./result-table";

const countOf = (rate: Rate | null, locale: string) =>
  rate ? `${formatNumber(rate.complete, locale)}, ${formatPercent(rate.rate, locale)}` : "–";

/** '70–97%'. */
export const intervalOf = (rate: Rate | null, locale: string) =>
  rate ? formatPercentRange(rate.low, rate.high, locale) : "";

/** A category of a result as its row says it. */
export function resultLine(result: CategoryResult, locale: string): ResultLine {
  const { key, label, rates, machine, window } = result;
  const { complete, partial, absent } = rates;
  const others = (rate: Rate | null) =>
    rate && rate.complete > 0
      ? `${countOf(rate, locale)} (${intervalOf(rate, locale)})`
      : countOf(rate, locale);
  return {
    key,
    label,
    complete: complete ? `${formatNumber(complete.complete, locale)} of ${complete.of}` : "–",
    interval: intervalOf(complete, locale),
    partial: others(partial),
    absent: others(absent),
    machine: machine ? formatPercent(machine.rate, locale) : "–",
    window:
      window && window.of > 0
        ? `${formatPercent(window.complete / window.of, locale)} of ${formatNumber(window.of, locale)}`
        : "–",
  };
}
