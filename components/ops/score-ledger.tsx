import type { Dossier } from "@/lib/documentation/dossier/dossier";
import type { LedgerLine } from "@/lib/documentation/dossier/ledger";
import { WITH_A_REP } from "@/lib/gate/status";
import { formatMoment, type Reader } from "@/lib/platform/format";
import { formatNumber, formatSigned } from "@/lib/platform/format-number";
import { inSentence } from "@/lib/trail/wording/prose";
import { classNames } from "../ui/class-names";
import { Section } from "../ui/section";
import { Sparkline } from "../ui/sparkline";
import { Deeds } from "./deeds";
import { ScoreOverride } from "./score-override";

type ScoreLedgerProps = { dossier: Dossier; now: Date; reader: Reader };
type LineProps = { line: LedgerLine; now: Date; reader: Reader };

function Line({ line, now, reader }: LineProps) {
  const { label, points, count, deeds } = line;
  const row = (
    <>
      <span className={classNames("num", points < 0 ? "text-bad" : "text-good")}>
        {formatSigned(points, reader.locale)}
      </span>
      <span className="wrap-anywhere">{label}</span>
    </>
  );
  const columns = "grid grid-cols-[34px_minmax(0,1fr)] gap-x-2";
  if (deeds.length === 0) return <li className={classNames(columns, "py-0.5")}>{row}</li>;
  return (
    <li>
      <details>
        <summary className={classNames(columns, "opens-row pointer-fine:py-0.5")}>{row}</summary>
        <div className="pl-[42px]">
          <Deeds
            deeds={deeds}
            more={count - deeds.length}
            now={now}
            reader={reader}
            chosenAs="Brought back"
          />
        </div>
      </details>
    </li>
  );
}

/** '72, set by Maya today, because the CFO called us; the model says 58.' */
function OverrideWords({ dossier: { ledger }, now, reader }: ScoreLedgerProps) {
  const { override, modelTotal } = ledger;
  if (!override) return null;
  const when = inSentence(formatMoment(new Date(override.at), reader, now));
  return (
    <p className="mb-2 text-small wrap-anywhere">
      Set to {override.total} by {override.author}, {when}: “{override.reason}” The model says{" "}
      {modelTotal ?? 0}.
    </p>
  );
}

/** The score as it was written (C4): the number, its line, and every point of it. */
export function ScoreLedger({ dossier, now, reader }: ScoreLedgerProps) {
  const { id, status, ledger } = dossier;
  const { total, trend, lines, threshold, override } = ledger;
  const isOurs = !WITH_A_REP.includes(status);
  const totals = trend?.history.map((point) => point.total) ?? [];
  return (
    <Section
      title="Score"
      aside={<span className="num">An MQL from {formatNumber(threshold, reader.locale)}</span>}
    >
      <div className="mb-1 flex flex-wrap items-end gap-x-3">
        <p className="num text-name font-bold">
          {total === null ? "No score yet" : formatNumber(total, reader.locale)}
        </p>
        {trend && (
          <>
            <Sparkline
              values={totals}
              label={`The model’s score over ${totals.length - 1} days, from ${totals[0]} to ${totals.at(-1)}`}
            />
            <p className="num text-small text-soft">
              {formatSigned(trend.delta, reader.locale)} in {trend.windowDays} days
            </p>
          </>
        )}
      </div>
      <OverrideWords dossier={dossier} now={now} reader={reader} />
      <ul className="mb-2 text-small/5">
        {lines.map((line) => (
          <Line key={line.group + line.label} line={line} now={now} reader={reader} />
        ))}
      </ul>
      {isOurs && status !== "excluded" && (
        <ScoreOverride leadId={id} total={total} isSet={override !== null} />
      )}
    </Section>
  );
}
