"use client";

import type { Trend } from "./trend";
import { TrendRate } from "./trend-rate";

/** One week's rates, highest first, at the pointer or at the key's place. */
export function TrendTip({ trend, place }: { trend: Trend; place: number | undefined }) {
  const week = place === undefined ? undefined : trend.weeks[place];
  if (place === undefined || week === undefined) return null;
  const running = trend.unfinished && place === trend.weeks.length - 1;
  const rows = trend.lines
    .map((line, order) => ({ ...line, order, rate: line.rates[place] ?? null }))
    .sort((one, other) => (other.rate ?? -1) - (one.rate ?? -1));
  return (
    <div className="rounded-box border border-line-strong bg-surface px-3 py-2 text-label">
      <p className="mb-1 font-semibold">
        {trend.span} {week}
        {running && <span className="font-normal text-faint">, so far</span>}
      </p>
      <dl className="grid grid-cols-[1fr_auto] gap-x-4">
        {rows.map(({ name, order, rate, news, counts }) => (
          <div
            key={order}
            className={news ? "contents font-semibold text-bad" : "contents text-soft"}
          >
            <dt>{name}</dt>
            <dd className="num text-right">
              <TrendRate percent={trend.percent} rate={rate} />
              {rows.length === 1 && rate !== null && counts && ` (${counts[place]})`}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
