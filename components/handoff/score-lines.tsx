import type { ScoreLine } from "@/lib/handoff/snapshot";
import { formatSigned } from "@/lib/platform/format-number";
import { ScoreList } from "./score-list";

/** As many lines as say most of it; the others are a press away. */
const SHOWN = 5;

type ScoreLinesProps = { lines: readonly ScoreLine[]; locale: string };

/** What made the score: points and words, the most telling first; a loss is never hidden. */
export function ScoreLines({ lines, locale }: ScoreLinesProps) {
  if (lines.length === 0) return null;
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
  return (
    <ScoreList
      shown={worded(shown)}
      rest={worded(rest)}
      more={`${rest.length} more, ${formatSigned(sum(rest), locale)}`}
    />
  );
}

const sum = (lines: readonly ScoreLine[]) => lines.reduce((total, { points }) => total + points, 0);
