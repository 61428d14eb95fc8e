"use client";

import { type Trend, trendScale } from "../trend";
import { TrendPanel } from "./trend-panel";

/** More lines than this in one drawing cannot be told apart, however they are named. */
const MOST_TOGETHER = 5;
/** Below this width the names do not fit beside the ends of lines. */
const NAMES_FIT = 640;
const LEAST_WIDTH = 160;
const GAP = 20;

/** As many columns as there is room for, alike in the style and in pixels. */
const GRID =
  "grid grid-cols-[repeat(auto-fill,minmax(160px,1fr))] gap-x-5 gap-y-3 @min-[900px]:grid-cols-4";
const WIDE = 900;

/** True where each line is to have a chart of its own. */
export const panelsFor = (of: { lines: number; apart: boolean; width: number }): boolean =>
  of.lines > 1 && (of.apart || of.lines > MOST_TOGETHER || of.width < NAMES_FIT);

function panelWidth(width: number): number {
  const columns = width >= WIDE ? 4 : Math.max(1, Math.floor((width + GAP) / (LEAST_WIDTH + GAP)));
  return Math.floor((width - GAP * (columns - 1)) / columns);
}

/** What is drawn beside each line. */
function keyOf({ whole, lines, unfinished }: Trend): string {
  const limits = lines.some((line) => line.limits?.some(Boolean));
  const said = [whole && "Grey: all together.", limits && "Steps: how far chance goes."];
  return [...said, unfinished && "Dashed: so far."].filter(Boolean).join(" ");
}

/** Small charts of one scale, a line each, so that they can be compared and told apart. */
export function TrendPanels({ trend, width }: { trend: Trend; width: number }) {
  const marks = trendScale(trend);
  return (
    <>
      <div className={GRID}>
        {trend.lines.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two reps may have one name, and panels never move.
          <TrendPanel key={place} {...{ trend, line, marks }} width={panelWidth(width)} />
        ))}
      </div>
      <p className="h-5 text-label text-faint">{keyOf(trend)}</p>
    </>
  );
}

/** The room that a drawing will take, before there is one: nothing moves when it comes. */
export function TrendRoom({ lines, apart }: { lines: number; apart: boolean }) {
  const together = !panelsFor({ lines, apart, width: NAMES_FIT });
  const panels = Array.from({ length: lines }, (_, place) => place);
  return (
    <>
      {together && <div className={lines > 1 ? "h-[280px] @max-[640px]:hidden" : "h-[280px]"} />}
      {lines > 1 && (
        <div className={together ? `${GRID} @min-[640px]:hidden` : GRID}>
          {panels.map((place) => (
            <div key={place} className="h-[164px]" />
          ))}
          <div className="col-span-full h-2" />
        </div>
      )}
    </>
  );
}
