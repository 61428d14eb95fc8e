"use client";

import type { ClockWords } from "./words/clock";

/** Marketing's clock and sales' clock, side by side (G.6): neither hides behind the other. */
export function TwoClocks({
  window,
  marketing,
  sales,
}: Pick<ClockWords, "window" | "marketing" | "sales">) {
  // While the window counts down, it says the same of sales in the bar above; on paper it is left out.
  const counting = window !== null && "secondsLeft" in window;
  return (
    <dl className="num flex flex-wrap gap-x-3 text-faint md:justify-end">
      <div className="flex gap-1" title="From the capture to the routing">
        <dt>Marketing took</dt>
        <dd className="text-soft">{marketing}</dd>
      </div>
      <div
        className={counting ? "hidden gap-1 print:flex" : "flex gap-1"}
        title="From the routing to the first attempt, in the rep’s working time"
      >
        <dt>Sales</dt>
        <dd className="text-soft">{sales}</dd>
      </div>
    </dl>
  );
}
