import type { ScoreLine, Snapshot } from "@/lib/handoff/snapshot";
import { formatNumber, formatSigned } from "@/lib/platform/format-number";
import type { FieldId } from "@/lib/standard/categories";
import { scoreTrend, type Trend } from "@/lib/standard/scoring-context";
import { trendWords } from "@/lib/standard/trend-words";
import type { TrustProps } from "../../ui/trust";
import { type Reading, shownTrust } from "./field-state";
import { takenWords } from "./taken-words";

/** As many lines as say most of it; the others are a press away. */
const SHOWN = 5;

/** One part of a score, in the reader's words. */
export type ScoreLineWords = { label: string; points: string; lost?: boolean };

export type ScoreWords = {
  total: string | null;
  trust?: TrustProps;
  trend?: {
    direction: Trend;
    words: string;
    /** The score of each day, for the line, and what the line says. */
    totals: number[];
    label: string;
  };
  /** Where a person or a MAP set a number: who, why, and what the model said. */
  set: string | null;
  parts: { name: string; value: number }[];
  shown: ScoreLineWords[];
  rest: ScoreLineWords[];
  /** What the rest comes to: "8 more, +40". */
  more: string;
};

const numberOf = ({ fields }: Snapshot, id: FieldId) => {
  const value = fields[id]?.value;
  return typeof value === "number" ? value : null;
};

const sum = (lines: readonly ScoreLine[]) => lines.reduce((total, { points }) => total + points, 0);

function trendOf({ fields }: Snapshot, locale: string): ScoreWords["trend"] {
  const trend = scoreTrend.safeParse(fields["C4.5"]?.value).data;
  if (!trend) return undefined;
  const totals = trend.history.map(({ total }) => total);
  return {
    direction: trend.direction,
    words: trendWords(trend, locale),
    totals,
    label: `Score over ${totals.length - 1} days, from ${totals[0]} to ${totals.at(-1)}`,
  };
}

function setElsewhere({ fields }: Snapshot, locale: string): string | null {
  const { provider, source, detail } = fields["C4.1"] ?? {};
  const { modelTotal, reason } = detail ?? {};
  const taken = takenWords(fields, locale);
  const set =
    source === "person" &&
    typeof modelTotal === "number" &&
    `Set by ${provider}: “${String(reason)}” The model says ${formatNumber(modelTotal, locale)}. `;
  return set || taken ? `${set || ""}${taken ?? ""}` : null;
}

/** What made the score: points and words, the most telling first; a loss is never hidden. */
function linesOf(lines: readonly ScoreLine[], locale: string) {
  const lost = lines.filter(({ points }) => points < 0);
  const gained = lines.filter(({ points }) => points >= 0);
  const shown = [...gained.slice(0, Math.max(1, SHOWN - lost.length)), ...lost];
  const rest = gained.slice(shown.length - lost.length);
  const worded = (some: readonly ScoreLine[]) =>
    some.map(({ label, points }) => ({
      label,
      points: formatSigned(points, locale),
      ...(points < 0 && { lost: true }),
    }));
  const more = `${rest.length} more, ${formatSigned(sum(rest), locale)}`;
  return { shown: worded(shown), rest: worded(rest), more };
}

/** C4: the number, which way it goes, and every point of it (C4.1 to C4.5). */
export function scoreWords(snapshot: Snapshot, reading: Reading): ScoreWords {
  const { locale } = reading.reader;
  const { fields, scoreLines } = snapshot;
  const total = numberOf(snapshot, "C4.1");
  const source = fields["C4.1"];
  const parts = (
    [
      ["Fit", "C4.2"],
      ["Intent", "C4.3"],
      ["Behavior", "C4.4"],
    ] as const
  ).flatMap(([name, id]) => {
    const value = numberOf(snapshot, id);
    return value === null ? [] : [{ name, value }];
  });
  const trend = trendOf(snapshot, locale);
  return {
    total: total === null ? null : formatNumber(total, locale),
    ...(source && { trust: shownTrust("C4.1", source, reading) }),
    ...(trend && { trend }),
    set: setElsewhere(snapshot, locale),
    parts,
    ...linesOf(scoreLines, locale),
  };
}
