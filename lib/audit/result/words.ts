import { formatPercent } from "@/lib/platform/format-number";
import { Z_95 } from "@/lib/statistics/normal";
import type { Rate } from "@/lib/statistics/rate";
import type { CategoryResult } from "./result";

const Z2 = Z_95 ** 2;

/**
 * The fewest leads, all of them complete, whose interval lies above a target: where the share is 1,
 * Wilson's lower bound is n / (n + z²).
 */
export function leastToShow(target: number): number {
  return Math.floor((target * Z2) / (1 - target)) + 1;
}

const range = ({ low, high }: Rate, locale: string) =>
  `${formatPercent(low, locale)} to ${formatPercent(high, locale)}`;

/**
 * What a sample can and cannot say of a target: '18 of 20: 70% to 97% of all. Whether that is above
 * 90% stays open.' Never more than its interval says.
 */
export function targetWords(rate: Rate, target: number, locale: string): string {
  const at = formatPercent(target, locale);
  const said = `${rate.complete} of ${rate.of}: ${range(rate, locale)} of all.`;
  if (rate.low > target) return `${said} That is above ${at}.`;
  if (rate.high < target) return `${said} That is below ${at}.`;
  return `${said} Whether that is above ${at} stays open.`;
}

/** That a sample of this size could never show the target, and how many leads could; or null. */
export function sizeWords(of: number, target: number, locale: string): string | null {
  const least = leastToShow(target);
  if (of === 0 || of >= least) return null;
  const at = formatPercent(target, locale);
  return `${of} leads cannot show more than ${at}, even if all are complete: that takes ${least}.`;
}

/** Where the sample and all handoffs of its window disagree, in words; null where they do not. */
export function disagreementWords(result: CategoryResult, locale: string): string | null {
  const { rates, window } = result;
  const rate = rates.complete;
  if (!rate || !window || window.of === 0) return null;
  const all = window.complete / window.of;
  if (rate.low <= all && all <= rate.high) return null;
  const counted = `Of all ${window.of} handoffs the machine counts ${formatPercent(all, locale)} as complete`;
  const seen = `the sample says ${range(rate, locale)}`;
  return all > rate.high
    ? `${counted}; ${seen}. People find less than the machine counts.`
    : `${counted}; ${seen}. People find more than the machine counts.`;
}
