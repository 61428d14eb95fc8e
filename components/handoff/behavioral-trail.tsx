import type { Snapshot } from "@/lib/handoff/snapshot";
import { formatDayRange, formatExact } from "@/lib/platform/format";
import { formatNumber } from "@/lib/platform/format-number";
import type { Touchpoint } from "@/lib/standard/behavioral-trail";
import { Section } from "../ui/section";
import { Time } from "../ui/time";
import { Evidence } from "./evidence";
import { FieldName, ReportMissing } from "./field-name";
import type { Reading } from "./field-state";
import type { ReadPart } from "./part";
import { TouchpointIcon } from "./touchpoint-icon";

type TrailProps = { snapshot: Snapshot; reading: Reading; read: ReadPart };

function TouchpointLine({ point, reading }: { point: Touchpoint; reading: Reading }) {
  const first = new Date(point.firstAt);
  const last = new Date(point.lastAt);
  const { reader, now } = reading;
  return (
    <li className="grid grid-cols-[20px_minmax(0,1fr)_auto] gap-2.5 border-t border-line py-1 first:border-0 first:pt-0">
      <TouchpointIcon kind={point.kind} />
      <span className="wrap-anywhere">{point.text}</span>
      <Time at={last} exact={formatExact(last, reader)} className="text-small text-faint">
        {formatDayRange(first, last, reader, now, "short")}
      </Time>
    </li>
  );
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
            <TouchpointLine
              key={`${point.text} ${point.firstAt}`}
              point={point}
              reading={reading}
            />
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
