import type { Snapshot } from "@/lib/handoff/snapshot";
import { formatDayRange, formatDuration } from "@/lib/platform/format";
import { shownText } from "@/lib/platform/shown-text";
import type { EvidenceEntry } from "@/lib/trail/evidence";
import type { Reading } from "../words/field-state";
import { EVIDENCE_KINDS, evidenceOf } from "./evidence-kinds";

function EntryLine({ entry, reading }: { entry: EvidenceEntry; reading: Reading }) {
  const { text, count, firstAt, lastAt, seconds, transcript } = entry;
  // A page goes by its path alone; the words of everything else say how often it was.
  const facts = [
    text.startsWith("/") && count > 1 && `${count} times`,
    seconds && formatDuration(seconds),
  ];
  return (
    <li className="py-1">
      <span className="flex gap-3">
        <span className="min-w-0 flex-1 wrap-anywhere">
          {text}
          <span className="num text-faint"> {facts.filter(Boolean).join(", ")}</span>
        </span>
        <span className="num shrink-0 text-faint">
          {formatDayRange(
            new Date(firstAt),
            new Date(lastAt),
            reading.reader,
            reading.now,
            "short",
          )}
        </span>
      </span>
      {transcript && (
        // A long one scrolls by itself, also by keys, so that the lines after it stay in reach.
        <p
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys.
          tabIndex={0}
          className="mt-1 max-h-80 overflow-y-auto border-l-2 border-line pl-2.5 whitespace-pre-line wrap-anywhere text-soft"
        >
          {shownText(transcript)}
        </p>
      )}
    </li>
  );
}

type EvidenceListProps = { snapshot: Snapshot; reading: Reading };

/** Everything that was counted, by kind, and what was left out by which rule. */
export function EvidenceList({ snapshot, reading }: EvidenceListProps) {
  return (
    <>
      {EVIDENCE_KINDS.map(({ id, label }) => {
        const entries = evidenceOf(snapshot, id);
        return (
          <section key={id} id={`evidence-${id}`} className="mb-4 scroll-mt-4 text-small">
            <h3 className="mb-1 font-semibold text-soft">{label}</h3>
            {entries.length === 0 ? (
              <p className="text-faint">None.</p>
            ) : (
              <ul>
                {entries.map((entry) => (
                  <EntryLine key={entry.text + entry.firstAt} entry={entry} reading={reading} />
                ))}
              </ul>
            )}
          </section>
        );
      })}
      {snapshot.leftOut.length > 0 && (
        <p className="text-small text-faint">
          Left out:{" "}
          {snapshot.leftOut.map(({ rule, count }) => `${rule.toLowerCase()} ${count}`).join(", ")}.
        </p>
      )}
    </>
  );
}
