import type { Reader } from "@/lib/platform/format";
import { ReaderTime } from "../shell/reader-time";
import { Section } from "../ui/section";

/** One thing that differs from the version before: as a sentence, or as both sides in words. */
type Change = string | { label: string; before: string; after: string };

type SettingVersion = {
  version: number;
  /** Nobody where it came with the product. */
  by: string | null;
  at: Date;
  reason: string | null;
  changes: readonly Change[];
};

type SettingVersionsProps = { versions: readonly SettingVersion[]; now: Date; reader: Reader };

/** Who changed what of some settings, when and why; the newest first. */
export function SettingVersions({ versions, now, reader }: SettingVersionsProps) {
  return (
    <Section title="Versions">
      {versions.length === 0 && (
        <p className="text-small text-faint">Nobody has changed these settings yet.</p>
      )}
      <ol>
        {versions.map(({ version, by, at, reason, changes }) => (
          <li key={version} className="border-b border-line py-2 last:border-b-0">
            <p className="flex items-baseline justify-between gap-3">
              <span className="min-w-0 wrap-anywhere">{reason ?? `Version ${version}`}</span>
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
            <p className="text-small text-faint">
              Version {version}
              {by && `, ${by}`}
            </p>
            <ul className="text-small text-soft">
              {changes.map((change) => (
                <li key={keyOf(change)} className="wrap-anywhere">
                  <ChangeWords change={change} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Section>
  );
}

const keyOf = (change: Change) => (typeof change === "string" ? change : change.label);

function ChangeWords({ change }: { change: Change }) {
  if (typeof change === "string") return change;
  const { label, before, after } = change;
  return (
    <>
      {label}: {after} <span className="text-faint">(before: {before})</span>
    </>
  );
}
