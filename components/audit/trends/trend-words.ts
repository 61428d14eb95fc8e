import { DIMENSIONS } from "@/lib/audit/trends/dimension";
import { finishedOf, signalsOf } from "@/lib/audit/trends/lines";
import type { MarkedChange } from "@/lib/audit/trends/marked/changes";
import { measureLabel } from "@/lib/audit/trends/measure";
import type { Trends } from "@/lib/audit/trends/trend";
import type { TrendView } from "@/lib/audit/trends/view";
import { formatDay, type Reader } from "@/lib/platform/format";
import { formatCount, formatPercent, formatPercentRange } from "@/lib/platform/format-number";
import type { ChangeLine } from "./change-list";
import { periodWords, SPANS } from "./period-words";
import type { SignalLine } from "./signal-list";

/** The latest; the rest are in the table. */
const SHOWN = 8;

type Words = { trends: Trends; view: TrendView; reader: Reader; now: Date };

/** In the middle of a title. */
function shownWords(show: TrendView["show"]): string {
  if (show === null) return "five categories";
  return show === "warm" ? "all five complete" : measureLabel(show);
}

/** 'Complete handoffs per week, Behavioral trail, Amara Okafor': what one sees, for paper too. */
export function trendTitle({ trends, view }: Pick<Words, "trends" | "view">): string {
  const shown = shownWords(view.show);
  const one = trends.choices.find(({ value }) => value === view.of)?.label;
  const by = view.by === "all" ? "" : (one ?? `by ${DIMENSIONS[view.by].toLowerCase()}`);
  return [`Complete handoffs per ${view.per}`, shown, by].filter(Boolean).join(", ");
}

/** '252 handoffs since the week of 1 Jun'. */
export function handoffWords({ trends, view, reader, now }: Words): string {
  const [first] = trends.periods;
  const since = first && periodWords(first, view.per, reader, now);
  const span = view.per === "week" ? "the week of " : "";
  const count = formatCount(trends.handoffs, "handoff", "handoffs", reader.locale);
  return `${count} since ${span}${since}`;
}

/** The points that chance does not explain, in words; null where that cannot be told yet. */
export function signalWords({ trends: { lines, periods }, view, reader, now }: Words) {
  const signals = signalsOf(lines, finishedOf(periods, now));
  if (!signals) return null;
  const { locale } = reader;
  return {
    count: formatCount(signals.length, "point", "points", locale),
    lines: signals.slice(0, SHOWN).map(({ line, place, point }): SignalLine => {
      const [period, { limits }] = [periods[place], point];
      return {
        line: line.label,
        period: period
          ? `${SPANS[view.per].toLowerCase()} ${periodWords(period, view.per, reader, now)}`
          : "",
        rate: formatPercent(point.complete / point.of, locale),
        chance: limits ? formatPercentRange(limits.low, limits.high, locale) : "",
      };
    }),
  };
}

/** What the letters stand for, one line for each thing that happened. */
export const changeWords = (changes: readonly MarkedChange[], reader: Reader, now: Date) =>
  changes.flatMap(({ mark, changes: of }) =>
    of.map(
      ({ at, words }): ChangeLine => ({ mark, words, day: formatDay(at, reader, now, "short") }),
    ),
  );
