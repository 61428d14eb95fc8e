import type { Viewer } from "@/lib/access/viewer";
import { courseOf, type Line } from "./lines";
import { type MarkedChange, markedChanges } from "./marked/changes";
import { changesBetween } from "./marked/queries";
import { measureLabel } from "./measure";
import { valueNames } from "./named/queries";
import { lastPeriods, type Period } from "./period";
import { largestValues, trendCounts } from "./queries";
import { isEach, MOST_LINES, measuresOf, type TrendView } from "./view";

/** As many reps, campaigns and so on can be chosen from, the largest first. */
const MOST_CHOICES = 40;

export type Choice = { value: string; label: string; handoffs: number };

/** Everything that the trend page shows of one view. */
export type Trends = {
  periods: Period[];
  lines: Line[];
  /** All handoffs together, beside the lines of each; null where the lines are of one. */
  whole: Line["counts"] | null;
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

type Asked = { view: TrendView; periods: Period[]; window: Period };

/** A line for each measure of one value. */
async function measureLines(viewer: Viewer, { view, periods, window }: Asked): Promise<Line[]> {
  const measures = measuresOf(view);
  const one = { dimension: view.by, value: view.of ?? "" };
  const counts = await trendCounts(viewer, { per: view.per, ...one, measures, ...window });
  return measures.map((measure, place) => ({
    key: measure,
    label: measureLabel(measure),
    counts: courseOf(counts, place, periods),
  }));
}

/** A line for each of the largest reps, campaigns and so on, and one of everything. */
async function eachLines(viewer: Viewer, { view, periods, window }: Asked, choices: Choice[]) {
  const shown = choices.slice(0, MOST_LINES);
  const asked = { per: view.per, measures: measuresOf(view), ...window };
  const [counts, all] = await Promise.all([
    trendCounts(viewer, {
      ...asked,
      dimension: view.by,
      value: shown.map((choice) => choice.value),
    }),
    trendCounts(viewer, { ...asked, dimension: "all", value: "" }),
  ]);
  const byValue = Map.groupBy(counts, (count) => count.value);
  const lines = shown.map(({ value: key, label }) => ({
    key,
    label,
    counts: courseOf(byValue.get(key) ?? [], 0, periods),
  }));
  return { lines, whole: courseOf(all, 0, periods) };
}

const handoffsIn = (counts: Line["counts"]) => counts.reduce((sum, [, of]) => sum + of, 0);

/** The completeness that a view asks for (A.6), from the counts that routing keeps. */
export async function readTrends(viewer: Viewer, view: TrendView, now: Date): Promise<Trends> {
  const periods = lastPeriods(view.until ?? now.toISOString().slice(0, 10), view.per);
  const window = { from: periods[0]?.from ?? "", until: periods.at(-1)?.until ?? "" };
  const asked = { view, periods, window };
  const [from, until] = [window.from, window.until].map((day) => new Date(`${day}T00:00:00Z`));
  const [choices, found, measured] = await Promise.all([
    choicesOf(viewer, view, window),
    from && until ? changesBetween(viewer, from, until) : [],
    isEach(view) ? null : measureLines(viewer, asked),
  ]);
  const changes = markedChanges(found, periods);
  if (measured) {
    const handoffs = handoffsIn(measured[0]?.counts ?? []);
    return { periods, lines: measured, whole: null, changes, choices, handoffs };
  }
  const each = await eachLines(viewer, asked, choices);
  return { periods, ...each, changes, choices, handoffs: handoffsIn(each.whole) };
}
