import type { StandingWords } from "./connection-words";

const TONES = { calm: "text-soft", good: "text-good", bad: "text-bad" };

/** How a connection is doing, and why; the last test on hover. */
export function StandingCell({ standing, test }: { standing: StandingWords; test: string | null }) {
  return (
    <span title={test ?? undefined}>
      <span className={`block truncate font-medium ${TONES[standing.tone]}`}>{standing.word}</span>
      <span className="line-clamp-3 min-w-60 whitespace-normal text-faint narrow:line-clamp-none narrow:min-w-0">
        {standing.detail}
      </span>
    </span>
  );
}
