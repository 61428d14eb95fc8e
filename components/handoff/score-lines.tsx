import type { ScoreLine } from "@/lib/handoff/snapshot";
import { formatSigned } from "@/lib/platform/format-number";
import { classNames } from "../ui/class-names";

/** As many lines as say most of it; the others are a press away. */
const SHOWN = 5;

type ScoreLinesProps = { lines: readonly ScoreLine[]; locale: string };

function Lines({ lines, locale }: ScoreLinesProps) {
  return (
    <ul className="text-small/5">
      {lines.map(({ label, points }) => (
        <li key={label} className="grid grid-cols-[34px_minmax(0,1fr)] gap-x-2 py-0.5">
          <span className={classNames("num", points < 0 ? "text-bad" : "text-good")}>
            {formatSigned(points, locale)}
          </span>
          <span className="wrap-anywhere">{label}</span>
        </li>
      ))}
    </ul>
  );
}

/** What made the score: points and words, the most telling first; a loss is never hidden. */
export function ScoreLines({ lines, locale }: ScoreLinesProps) {
  if (lines.length === 0) return null;
  const lost = lines.filter(({ points }) => points < 0);
  const gained = lines.filter(({ points }) => points >= 0);
  const shown = [...gained.slice(0, Math.max(1, SHOWN - lost.length)), ...lost];
  const rest = gained.slice(shown.length - lost.length);
  return (
    <div className="mt-4">
      <h3 className="mb-1.5 text-label font-semibold text-soft">What made it</h3>
      <Lines lines={shown} locale={locale} />
      {rest.length > 0 && (
        <details className="group">
          <summary className="min-h-6 cursor-pointer text-small/6 text-soft hover:text-ink print:hidden">
            <span className="group-open:hidden">
              {rest.length} more, {formatSigned(sum(rest), locale)}
            </span>
            <span className="hidden group-open:inline">Fewer</span>
          </summary>
          <Lines lines={rest} locale={locale} />
        </details>
      )}
    </div>
  );
}

const sum = (lines: readonly ScoreLine[]) => lines.reduce((total, { points }) => total + points, 0);
