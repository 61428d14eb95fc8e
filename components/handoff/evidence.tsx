import type { Snapshot } from "@/lib/handoff/snapshot";
import { formatDayRange, formatDuration } from "@/lib/platform/format";
import { shownText } from "@/lib/platform/shown-text";
import type { FieldId } from "@/lib/standard/categories";
import type { EvidenceEntry } from "@/lib/trail/evidence";
import { EvidenceDialog } from "./evidence-dialog";
import type { Reading } from "./field-state";
import type { ReadPart } from "./part";

const KINDS = [
  { id: "C3.1", label: "Pages" },
  { id: "C3.2", label: "Downloads" },
  { id: "C3.3", label: "Emails" },
  { id: "C3.4", label: "Events" },
  { id: "C3.5", label: "Chats and forms" },
  { id: "C3.6", label: "Competitors" },
  { id: "C3.7", label: "High-intent time" },
] as const satisfies readonly { id: FieldId; label: string }[];

function entriesOf({ fields }: Snapshot, id: FieldId): EvidenceEntry[] {
  const value = fields[id]?.value;
  return Array.isArray(value) ? (value as EvidenceEntry[]) : [];
}

/** How much of a kind there is: how often, or for high-intent pages how long. */
function amount(id: FieldId, entries: readonly EvidenceEntry[]): string {
  if (entries.length === 0) return "none";
  const sum = (of: (entry: EvidenceEntry) => number) =>
    entries.reduce((total, entry) => total + of(entry), 0);
  return id === "C3.7"
    ? formatDuration(sum(({ seconds }) => seconds ?? 0))
    : String(sum(({ count }) => count));
}

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

type EvidenceProps = { snapshot: Snapshot; read: ReadPart };

/** What is behind the trail, by kind: how much on the page, all of it when one asks (C3.1 to C3.7). */
export function Evidence({ snapshot, read }: EvidenceProps) {
  const kinds = KINDS.map(({ id, label }) => ({
    id,
    label,
    amount: amount(id, entriesOf(snapshot, id)),
  }));
  return <EvidenceDialog kinds={kinds} leadId={snapshot.leadId} read={read} />;
}

type EvidenceListProps = { snapshot: Snapshot; reading: Reading };

/** Everything that was counted, by kind, and what was left out by which rule. */
export function EvidenceList({ snapshot, reading }: EvidenceListProps) {
  return (
    <>
      {KINDS.map(({ id, label }) => {
        const entries = entriesOf(snapshot, id);
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
