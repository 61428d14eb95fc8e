import { DAY } from "@/lib/platform/durations";
import type { CategoryKey, FieldId } from "@/lib/standard/categories";
import {
  differenceOf,
  isBeyondChance,
  type Share,
  type ShareDifference,
} from "@/lib/statistics/difference";
import { type Rate, rateOf } from "@/lib/statistics/rate";

/** How many handoffs of a week had a category complete, of how many; `week` is its Monday, YYYY-MM-DD. */
export type WeekCount = { week: string; category: CategoryKey; complete: number; of: number };

function shareIn(counts: readonly WeekCount[], category: CategoryKey): Share {
  const those = counts.filter((count) => count.category === category);
  const sum = (key: "complete" | "of") => those.reduce((total, count) => total + count[key], 0);
  return { count: sum("complete"), of: sum("of") };
}

/** The rate of a category over the counts that are given; null where there are none. */
export function rateIn(counts: readonly WeekCount[], category: CategoryKey): Rate | null {
  const { count, of } = shareIn(counts, category);
  return rateOf(count, of);
}

/** The Monday (UTC) of the week of a moment. */
export function weekOf(moment: Date): string {
  const sinceMonday = (moment.getUTCDay() + 6) % 7;
  return new Date(moment.getTime() - sinceMonday * DAY).toISOString().slice(0, 10);
}

/** The Mondays of the last weeks, the running one last. */
export function lastWeeks(now: Date, count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    weekOf(new Date(now.getTime() - (count - 1 - index) * 7 * DAY)),
  );
}

/** Points of a category's rate, week by week; null where a week had no handoff. */
export function weeklyRates(
  counts: readonly WeekCount[],
  category: CategoryKey,
  weeks: readonly string[],
): (number | null)[] {
  return weeks.map(
    (week) =>
      rateIn(
        counts.filter((count) => count.week === week),
        category,
      )?.rate ?? null,
  );
}

/** Four weeks against the four before: a change of ten points is news, where chance did not make it. */
const NEWS_POINTS = 0.1;
const NEWS_WEEKS = 4;

/**
 * The category whose rate changed most of late, or null where none changed by ten points and by more
 * than chance explains: the chart draws it strong and lets the others recede. The running week is left
 * out.
 */
export function newsOf(
  counts: readonly WeekCount[],
  weeks: readonly string[],
  categories: readonly CategoryKey[],
): { category: CategoryKey; change: number } | null {
  const finished = weeks.slice(0, -1);
  const over = (category: CategoryKey, those: readonly string[]) =>
    shareIn(
      counts.filter(({ week }) => those.includes(week)),
      category,
    );
  const changes = categories.flatMap((category) => {
    const late = over(category, finished.slice(-NEWS_WEEKS));
    const before = over(category, finished.slice(-2 * NEWS_WEEKS, -NEWS_WEEKS));
    const change = differenceOf(late, before);
    return change && isNews(change) ? [{ category, change: change.by }] : [];
  });
  return changes.toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change))[0] ?? null;
}

// 18 of 20 less 16 of 20 is a hair below a tenth in floating point.
const isNews = (change: ShareDifference) =>
  Math.abs(change.by) >= NEWS_POINTS - 1e-9 && isBeyondChance(change);

/** A required field and how many handoffs, or held leads, lack it. */
export type Gap = { fieldId: FieldId; count: number };
