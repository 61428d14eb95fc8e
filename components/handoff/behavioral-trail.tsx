import type { Snapshot } from "@/lib/handoff/snapshot";
import { formatDayRange, formatExact } from "@/lib/platform/format";
import { formatNumber } from "@/lib/platform/format-number";
import type { Touchpoint } from "@/lib/standard/behavioral-trail";
import { Section } from "../ui/section";
import { Evidence } from "./evidence";
import { FieldName, ReportMissing } from "./field-name";
import type { Reading } from "./field-state";
import type { ReadPart } from "./part";
import { TouchpointLine } from "./touchpoint-line";

type TrailProps = { snapshot: Snapshot; reading: Reading; read: ReadPart };

function worded({ kind, text, firstAt, lastAt }: Touchpoint, { reader, now }: Reading) {
  const [first, last] = [new Date(firstAt), new Date(lastAt)];
  const when = formatDayRange(first, last, reader, now, "short");
  return { kind, text, at: last.toISOString(), exact: formatExact(last, reader), when };
}

function asideOf({ touchpoints, activityCount, leftOut }: Snapshot, locale: string): string {
  const out = leftOut.reduce((sum, { count }) => sum + count, 0);
  const of = `${touchpoints.length} of ${formatNumber(activityCount, locale)} activities`;
  return out === 0 ? of : `${of} · ${formatNumber(out, locale)} left out`;
}

/** C3: the three to five touchpoints that matter, and behind them everything (C3.8, C3.1 to C3.7). */
export function BehavioralTrail({ snapshot, reading, read }: TrailProps) {
  const { touchpoints, reEngaged, completeness } = snapshot;
  return (
    <Section
      title="Behavioral trail"
      mark={completeness.behavioralTrail}
      aside={asideOf(snapshot, reading.reader.locale)}
    >
      {reEngaged && (
        <p className="mb-1.5 text-small text-soft">Re-engaged: it went quiet and came back.</p>
      )}
      {touchpoints.length > 0 ? (
        <ol>
          {touchpoints.map((point) => (
            <TouchpointLine key={`${point.text} ${point.firstAt}`} {...worded(point, reading)} />
          ))}
        </ol>
      ) : (
        <p className="text-bad">
          <FieldName id="C3.8" label="Curated trail" /> absent
          <ReportMissing id="C3.8" label="Curated trail" />
        </p>
      )}
      <Evidence snapshot={snapshot} read={read} />
    </Section>
  );
}
