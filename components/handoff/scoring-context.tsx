import type { Snapshot } from "@/lib/handoff/snapshot";
import { formatNumber, formatSigned } from "@/lib/platform/format-number";
import type { FieldId } from "@/lib/standard/categories";
import { type ScoreTrend, scoreTrend } from "@/lib/standard/scoring-context";
import { Bars } from "../ui/bar";
import { classNames } from "../ui/class-names";
import { Section } from "../ui/section";
import { Sparkline } from "../ui/sparkline";
import { Trust } from "../ui/trust";
import { FieldName, ReportMissing } from "./field-name";
import { type Reading, trustOf } from "./field-state";
import { ScoreLines } from "./score-lines";
import { takenWords } from "./taken-words";

type CategoryProps = { snapshot: Snapshot; reading: Reading };

const colours = { rising: "text-good", stable: "text-soft", decaying: "text-bad" } as const;
const words = { rising: "Rising", stable: "Stable", decaying: "Decaying" } as const;

const numberOf = ({ fields }: Snapshot, id: FieldId) => {
  const value = fields[id]?.value;
  return typeof value === "number" ? value : null;
};

function Trend({ trend, locale }: { trend: ScoreTrend; locale: string }) {
  const { direction, delta, windowDays, history } = trend;
  const totals = history.map(({ total }) => total);
  return (
    <>
      <Sparkline
        values={totals}
        label={`Score over ${totals.length - 1} days, from ${totals[0]} to ${totals.at(-1)}`}
      />
      <p className={classNames("num w-full text-small", colours[direction])}>
        {words[direction]}, {formatSigned(delta, locale)} in {windowDays} days
      </p>
    </>
  );
}

/** Where a person or a MAP set a number: who, why, and what the model said. */
function SetElsewhere({ snapshot, locale }: { snapshot: Snapshot; locale: string }) {
  const { provider, source, detail } = snapshot.fields["C4.1"] ?? {};
  const { modelTotal, reason } = detail ?? {};
  const taken = takenWords(snapshot.fields, locale);
  const set = source === "person" && typeof modelTotal === "number";
  if (!taken && !set) return null;
  return (
    <p className="mb-2 text-small wrap-anywhere">
      {set &&
        `Set by ${provider}: “${String(reason)}” The model says ${formatNumber(modelTotal, locale)}. `}
      {taken}
    </p>
  );
}

/** C4: the number, which way it goes, and every point of it (C4.1 to C4.5). */
export function ScoringContext({ snapshot, reading }: CategoryProps) {
  const { locale } = reading.reader;
  const { fields, completeness, scoreLines } = snapshot;
  const total = numberOf(snapshot, "C4.1");
  const trend = scoreTrend.safeParse(fields["C4.5"]?.value);
  const source = fields["C4.1"];
  const parts = (
    [
      ["Fit", "C4.2"],
      ["Intent", "C4.3"],
      ["Behavior", "C4.4"],
    ] as const
  ).flatMap(([name, id]) => {
    const value = numberOf(snapshot, id);
    return value === null ? [] : [{ name, value }];
  });
  return (
    <Section
      title="Scoring context"
      mark={completeness.scoringContext}
      aside={source && <Trust {...trustOf("C4.1", source, reading)} />}
    >
      {total === null ? (
        <p className="text-bad">
          <FieldName id="C4.1" label="Score" /> absent
          <ReportMissing id="C4.1" label="Score" />
        </p>
      ) : (
        <div className="mb-3 flex flex-wrap items-end gap-x-3 gap-y-1">
          <p className="num text-score font-bold tracking-[-0.03em]">
            {formatNumber(total, locale)}
          </p>
          {trend.success && <Trend trend={trend.data} locale={locale} />}
        </div>
      )}
      <SetElsewhere snapshot={snapshot} locale={locale} />
      {parts.length > 0 && <Bars rows={parts} />}
      <ScoreLines lines={scoreLines} locale={locale} />
    </Section>
  );
}
