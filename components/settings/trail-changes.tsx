import type { Reader } from "@/lib/platform/format";
import { ReaderTime } from "../shell/reader-time";
import { Section } from "../ui/section";

/** One version, and in what it differs from the one before. */
type TrailChange = {
  version: number;
  /** Nobody where it came with the product. */
  by: string | null;
  at: Date;
  reason: string | null;
  changes: readonly { setting: string; label: string; before: string; after: string }[];
};

type TrailChangesProps = { changes: readonly TrailChange[]; now: Date; reader: Reader };

/** Who changed what of the settings, when and why; the newest first. */
export function TrailChanges({ changes, now, reader }: TrailChangesProps) {
  return (
    <Section title="Changes">
      {changes.length === 0 && (
        <p className="text-small text-faint">Nobody has changed these settings yet.</p>
      )}
      <ol>
        {changes.map(({ version, by, at, reason, changes: differences }) => (
          <li key={version} className="border-b border-line py-2 last:border-b-0">
            <p className="flex items-baseline justify-between gap-3">
              <span className="min-w-0 wrap-anywhere">{reason}</span>
              {by === null ? (
                <span className="shrink-0 text-faint">From the beginning</span>
              ) : (
                <ReaderTime
                  as="moment"
                  at={at}
                  now={now}
                  reader={reader}
                  className="num shrink-0 text-faint"
                />
              )}
            </p>
            <p className="text-small text-faint">{by}</p>
            <ul className="text-small text-soft">
              {differences.map(({ setting, label, before, after }) => (
                <li key={setting} className="wrap-anywhere">
                  {label}: {after} <span className="text-faint">(before: {before})</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Section>
  );
}
