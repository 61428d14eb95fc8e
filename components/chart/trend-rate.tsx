import { formatPercent } from "@/lib/platform/format-number";

/** A week's rate in words; a week without handoffs has none. */
export function TrendRate({ rate }: { rate: number | null }) {
  if (rate === null) return <span className="text-faint">none</span>;
  return formatPercent(rate, "en-GB");
}
