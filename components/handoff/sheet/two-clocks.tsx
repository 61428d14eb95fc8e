"use client";

import type { ClockWords } from "../words/clock";

/** Marketing's clock and sales' clock, side by side (G.6): neither hides behind the other. */
export function TwoClocks({ marketing, sales }: Pick<ClockWords, "marketing" | "sales">) {
  return (
    <dl className="num flex flex-wrap gap-x-3 text-faint lg:justify-end">
      <div className="flex gap-1" title="From the capture to the routing">
        <dt>Marketing took</dt>
        <dd className="text-soft">{marketing}</dd>
      </div>
      <div
        className="flex gap-1"
        title="From the routing to the first attempt, in the rep’s working time"
      >
        <dt>Sales</dt>
        <dd className="text-soft">{sales}</dd>
      </div>
    </dl>
  );
}
