import { formatMonth, type Reader } from "@/lib/platform/format";
import {
  formatCount,
  formatNumber,
  formatPercent,
  formatPercentRange,
  formatSigned,
} from "@/lib/platform/format-number";
import { CATEGORIES, fieldDefinition } from "@/lib/standard/categories";
import { type Standard, targetOf } from "@/lib/standard/standard";
import { differenceOf, isBeyondChance } from "@/lib/statistics/difference";
import { rateOf } from "@/lib/statistics/rate";
import type { Gap } from "../rates";
import type { Period } from "../trends/period";

/** A month: its handoffs, and how many had each category complete, in their order. */
export type MonthCount = { month: Period; handoffs: number; complete: readonly number[] };

const nameOf = ({ from }: Period, { locale }: Reader) =>
  formatMonth(new Date(`${from}T12:00:00Z`), { locale, timeZone: "UTC" });

/** What is said of a month against the one before: only what chance does not explain. */
function against(count: number, of: number, before: MonthCount, place: number, reader: Reader) {
  const other = { count: before.complete[place] ?? 0, of: before.handoffs };
  const change = differenceOf({ count, of }, other);
  if (!change || !isBeyondChance(change)) return "";
  return `, ${formatSigned(change.by * 100, reader.locale)} points against ${nameOf(before.month, reader)}`;
}

function categoryLine(
  now: MonthCount,
  before: MonthCount,
  place: number,
  standard: Pick<Standard, "gates">,
  reader: Reader,
): string {
  const { locale } = reader;
  const count = now.complete[place] ?? 0;
  const rate = rateOf(count, now.handoffs);
  if (!rate) return "";
  const { label, key } = CATEGORIES[place] ?? CATEGORIES[0];
  const target = targetOf(key, standard);
  const short =
    target !== null && rate.high < target
      ? `, below the target of ${formatPercent(target, locale)}`
      : "";
  const interval = formatPercentRange(rate.low, rate.high, locale);
  return `${label}: ${formatPercent(rate.rate, locale)} complete (${interval})${short}${against(count, now.handoffs, before, place, reader)}`;
}

const MOST_GAPS = 3;

/**
 * A month in a few lines for one reader, the title first: how many handoffs, each category with its
 * interval, and what was missing most. A change is told of only where its interval leaves chance out.
 */
export function summaryLines(
  now: MonthCount,
  before: MonthCount,
  gaps: readonly Gap[],
  standard: Pick<Standard, "gates">,
  reader: Reader,
): string[] {
  const { locale } = reader;
  const missing = gaps
    .slice(0, MOST_GAPS)
    .map(
      ({ fieldId, count }) => `${fieldDefinition(fieldId).label} (${formatNumber(count, locale)})`,
    );
  const than = `${formatNumber(before.handoffs, locale)} in ${nameOf(before.month, reader)}`;
  return [
    `Completeness in ${nameOf(now.month, reader)}`,
    `${formatCount(now.handoffs, "handoff", "handoffs", locale)}; ${than}.`,
    ...CATEGORIES.map((_, place) => categoryLine(now, before, place, standard, reader)),
    ...(missing.length > 0 ? [`Missing most often: ${missing.join(", ")}.`] : []),
  ];
}
