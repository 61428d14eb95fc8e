"use client";

import { classNames } from "./class-names";

const tones = { accent: "text-accent", warn: "text-warn", bad: "text-bad", faint: "text-faint" };

type BarProps = {
  /** 0 to 1; what lies outside is drawn at the edge. */
  ratio: number;
  tone?: keyof typeof tones;
  thin?: boolean;
  /** Under way, of unknown length. */
  busy?: boolean;
};

/**
 * A share as a bar, for the eye only: the number stands beside it. As wide as its container.
 * Drawn as SVG, since a width in a style attribute is refused by a strict content policy.
 */
export function Bar({ ratio, tone = "accent", thin = false, busy = false }: BarProps) {
  const share = Math.min(1, Math.max(0, ratio)) * 100;
  return (
    <svg
      aria-hidden="true"
      className={classNames(
        "block w-full rounded-[3px] bg-line forced-colors:border",
        thin ? "h-1" : "h-1.5",
        busy && "animate-pulse",
        tones[tone],
      )}
    >
      <rect width={`${share}%`} height="100%" rx="3" fill="currentColor" />
    </svg>
  );
}

type BarsProps = { rows: readonly { name: string; value: number; outOf?: number }[] };

/** Name, bar and number in three columns: fit, intent, behavior. `value` of `outOf` (100). */
export function Bars({ rows }: BarsProps) {
  return (
    <dl className="num grid grid-cols-[64px_1fr_auto] items-center gap-x-2.5 gap-y-1.5 text-small">
      {rows.map(({ name, value, outOf = 100 }) => (
        <div key={name} className="contents">
          <dt>{name}</dt>
          <dd aria-hidden="true">
            <Bar ratio={value / outOf} />
          </dd>
          <dd className="min-w-6 text-right">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
