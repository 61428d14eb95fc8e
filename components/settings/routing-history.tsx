import type { Reader } from "@/lib/platform/format";
import type { RoutingChange } from "@/lib/routing/settings-difference";
import { ReaderTime } from "../shell/reader-time";
import { Section } from "../ui/section";

type RoutingHistoryProps = { changes: readonly RoutingChange[]; now: Date; reader: Reader };

/** Who changed the rules, when, why and in what; the newest first. */
export function RoutingHistory({ changes, now, reader }: RoutingHistoryProps) {
  return (
    <Section title="Versions">
      {changes.length === 0 && (
        <p className="text-small text-faint">Nobody has changed the rules yet.</p>
      )}
      <ol>
        {changes.map(({ version, by, at, reason, changes: lines }) => (
          <li key={version} className="border-b border-line py-2 last:border-b-0">
            <p className="flex items-baseline justify-between gap-3">
              <span className="min-w-0 wrap-anywhere">{reason ?? `Version ${version}`}</span>
              <ReaderTime
                as="moment"
                at={at}
                now={now}
                reader={reader}
                className="num shrink-0 text-faint"
              />
            </p>
            <p className="text-small text-faint">
              Version {version}
              {by && `, ${by}`}
            </p>
            <ul className="text-small text-soft">
              {lines.map((line) => (
                <li key={line} className="wrap-anywhere">
                  {line}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Section>
  );
}
