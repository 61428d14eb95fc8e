import type { Trend } from "./trend";

type TrendRateProps = Pick<Trend, "percent"> & { rate: number | null };

/** A week's rate in words; a week without handoffs has none. */
export function TrendRate({ percent, rate }: TrendRateProps) {
  if (rate === null) return <span className="text-faint">none</span>;
  return percent(rate);
}
