"use client";

import { Fold } from "../../ui/fold";
import type { ScoreLineWords } from "../words/scoring-context";

function Lines({ lines }: { lines: readonly ScoreLineWords[] }) {
  return (
    <ul className="text-small/5">
      {lines.map(({ label, points, lost }) => (
        <li key={label} className="score-line">
          <span className={lost ? "num text-bad" : "num text-good"}>{points}</span>
          <span>{label}</span>
        </li>
      ))}
    </ul>
  );
}

type ScoreListProps = {
  shown: readonly ScoreLineWords[];
  rest: readonly ScoreLineWords[];
  /** What the others come to: "8 more, +40". */
  more: string;
};

/** The lines of a score; drawn from their words, since a list is sent with its page. */
export function ScoreList({ shown, rest, more }: ScoreListProps) {
  return (
    <div className="mt-4">
      <h3 className="mb-1.5 text-label font-semibold text-soft">What made it</h3>
      <Lines lines={shown} />
      {rest.length > 0 && (
        <Fold
          more={more}
          less="Fewer"
          printed
          className="min-h-6 cursor-pointer pointer-coarse:py-2.5 text-small/6 text-soft hover:text-ink print:hidden"
        >
          {() => <Lines lines={rest} />}
        </Fold>
      )}
    </div>
  );
}
