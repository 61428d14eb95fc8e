import type { Viewer } from "@/lib/access/viewer";
import { type Line, lineOf } from "./lines";
import { type MarkedChange, markedChanges } from "./marked/changes";
import { changesBetween } from "./marked/queries";
import { measureLabel } from "./measure";
import { valueNames } from "./named/queries";
import { lastPeriods, type Period } from "./period";
import { largestValues, trendCounts } from "./queries";
import { isEach, measuresOf, type TrendView } from "./view";

/** More lines than this are a thicket. */
export const MOST_LINES = 8;
/** As many reps, campaigns and so on can be chosen from, the largest first. */
const MOST_CHOICES = 40;

export type Choice = { value: string; label: string; handoffs: number };

/** Everything that the trend page shows of one view. */
export type Trends = {
  periods: Period[];
  lines: Line[];
  changes: MarkedChange[];
  choices: Choice[];
  handoffs: number;
};

async function choicesOf(viewer: Viewer, { by, of }: TrendView, window: Period): Promise<Choice[]> {
  if (by === "all") return [];
  const found = await largestValues(viewer, { dimension: by, ...window }, MOST_CHOICES);
  const chosen = of !== null && found.every(({ value }) => value !== of);
  const all = chosen ? [...found, { value: of, handoffs: 0 }] : found;
  const names = await valueNames(
    viewer,
    by,
    all.map(({ value }) => value),
  );
  return all.map((one, place) => ({ ...one, label: names[place] ?? one.value }));
}

async function linesOf(
  viewer: Viewer,
  view: TrendView,
  {
    periods,
    window,
    choices,
    now,
  }: { periods: Period[]; window: Period; choices: Choice[]; now: Date },
): Promise<Line[]> {
  const measures = measuresOf(view);
  const shown = choices.slice(0, MOST_LINES);
  const value = isEach(view) ? shown.map((choice) => choice.value) : (view.of ?? "");
  const asked = { per: view.per, dimension: view.by, value, measures, ...window };
  const counts = await trendCounts(viewer, asked);
  if (!isEach(view)) {
    return measures.map((measure, place) =>
      lineOf({ key: measure, label: measureLabel(measure), counts, place }, periods, now),
    );
  }
  const byValue = Map.groupBy(counts, (count) => count.value);
  return shown.map(({ value: key, label }) =>
    lineOf({ key, label, counts: byValue.get(key) ?? [], place: 0 }, periods, now),
  );
}

/** The completeness that a view asks for (A.6), from the counts that routing keeps. */
export async function readTrends(viewer: Viewer, view: TrendView, now: Date): Promise<Trends> {
  const periods = lastPeriods(view.until ?? now.toISOString().slice(0, 10), view.per);
  const window = { from: periods[0]?.from ?? "", until: periods.at(-1)?.until ?? "" };
  const [choices, changes] = await Promise.all([
    choicesOf(viewer, view, window),
    changesBetween(
      viewer,
      new Date(`${window.from}T00:00:00Z`),
      new Date(`${window.until}T00:00:00Z`),
    ),
  ]);
  const lines = await linesOf(viewer, view, { periods, window, choices, now });
  const of = isEach(view)
    ? choices.map((choice) => choice.handoffs)
    : lines[0]?.points.map((point) => point.of);
  return {
    ...{ periods, lines, choices },
    changes: markedChanges(changes, periods),
    handoffs: (of ?? []).reduce((sum, count) => sum + count, 0),
  };
}
