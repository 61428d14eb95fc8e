import {
  CATEGORIES,
  type CategoryKey,
  type FieldId,
  fieldDefinition,
} from "@/lib/standard/categories";
import { type Standard, targetOf } from "@/lib/standard/standard";
import type { Rate } from "@/lib/statistics/rate";
import { type Gap, newsOf, rateIn, type WeekCount, weeklyRates } from "./rates";

/** One category over the weeks of a report. Rates are ratios from 0 to 1. */
export type CategoryReport = {
  key: CategoryKey;
  label: string;
  rate: Rate | null;
  weekly: (number | null)[];
  /** Only a gating category has a target of its own; the line in the chart is for all. */
  target: number | null;
  /** The change of the last four finished weeks against the four before, where it is news. */
  change: number | null;
};

/** The five categories over the weeks: rate, interval, course, and the one that is news (A.6). */
export function categoryReports(
  counts: readonly WeekCount[],
  weeks: readonly string[],
  standard: Standard,
): CategoryReport[] {
  const keys = CATEGORIES.map((category) => category.key);
  const news = newsOf(counts, weeks, keys);
  return CATEGORIES.map(({ key, label }) => ({
    key,
    label,
    rate: rateIn(counts, key),
    weekly: weeklyRates(counts, key, weeks),
    target: targetOf(key, standard),
    change: news?.category === key ? news.change : null,
  }));
}

/** Where a standard breaks: a required field, its category and owner, and how often it is missing. */
type GapReport = {
  fieldId: FieldId;
  label: string;
  category: string;
  owner: string;
  count: number;
  /** The share of all handoffs, a ratio from 0 to 1. */
  share: number;
};

/** The gaps of handoffs with their words, the most frequent first. */
export function gapReports(gaps: readonly Gap[], total: number, standard: Standard): GapReport[] {
  return gaps.map(({ fieldId, count }) => ({
    fieldId,
    label: fieldDefinition(fieldId).label,
    category: CATEGORIES.find(({ id }) => fieldId.startsWith(`${id}.`))?.label ?? "",
    owner: standard.requirements[fieldId].owner,
    count,
    share: total === 0 ? 0 : count / total,
  }));
}
