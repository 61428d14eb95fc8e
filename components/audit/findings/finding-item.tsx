import { GAP_BASES } from "@/lib/audit/findings/basis";
import { isOverdue } from "@/lib/audit/findings/due";
import { fallOf } from "@/lib/audit/findings/moved";
import type { GapFinding, Measurement } from "@/lib/audit/findings/view";
import { GAP_VERDICTS } from "@/lib/audit/gaps/gap";
import { auditAddress } from "@/lib/platform/address";
import { formatDay, type Reader } from "@/lib/platform/format";
import { formatNumber, formatPercent } from "@/lib/platform/format-number";
import { fieldDefinition } from "@/lib/standard/categories";
import type { Share } from "@/lib/statistics/difference";
import { evidenceWords } from "../gaps/gap-words";
import { MeasureButton } from "./measure-button";

type FindingItemProps = { finding: GapFinding; mayRun: boolean; reader: Reader; now: Date };

const shareWords = ({ count, of }: Share, locale: string) =>
  `${formatNumber(count, locale)} of ${formatNumber(of, locale)}, ${formatPercent(of ? count / of : 0, locale)}`;

/** 'Down by 14 points (5 to 33): it has moved.' In points, with the 95% interval. */
function fallWords(before: Share, { share, moved }: Measurement, locale: string): string {
  const fall = fallOf(before, share);
  if (!fall) return "";
  const points = (ratio: number) => formatNumber(ratio * 100, locale);
  const way = fall.by >= 0 ? "Down" : "Up";
  const interval = `(${points(fall.low)} to ${points(fall.high)} down at 95%)`;
  const said = moved ? "the rate has moved" : "that may be chance";
  return `${way} by ${points(Math.abs(fall.by))} points ${interval}: ${said}`;
}

function Measurements({ finding, reader, now }: Omit<FindingItemProps, "mayRun">) {
  const { before, measurements } = finding;
  return (
    <ul className="num text-small text-soft">
      {measurements.map((one) => (
        <li key={one.at.toISOString()}>
          {formatDay(one.at, reader, now, "short")}: {shareWords(one.share, reader.locale)}.{" "}
          {fallWords(before, one, reader.locale)}.
        </li>
      ))}
    </ul>
  );
}

/** One finding: what is missing and why, who mends it until when, and how it has been since (A.5). */
export function FindingItem({ finding, mayRun, reader, now }: FindingItemProps) {
  const { id, auditId, fieldId, verdict, reason, owner, dueOn, basis, before, closedAt } = finding;
  const due = new Date(`${dueOn}T12:00:00Z`);
  const day = formatDay(due, { locale: reader.locale, timeZone: "UTC" }, now, "short");
  return (
    <li className="flex flex-wrap items-start gap-3 border-b border-line py-2.5 md:items-center">
      <div className="min-w-0 flex-1 basis-72">
        <p>
          <span className="font-semibold">{fieldDefinition(fieldId).label}</span>
          <span className="num text-small text-soft">
            {" · "}
            {GAP_VERDICTS[verdict]} · {shareWords(before, reader.locale)} of {GAP_BASES[basis]} in{" "}
            <a href={auditAddress(auditId)} className="underline underline-offset-3">
              the audit
            </a>
          </span>
        </p>
        {reason && <p className="text-small">“{reason}”</p>}
        <ul className="text-small text-soft">
          {evidenceWords(finding, reader.locale).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        <Measurements finding={finding} reader={reader} now={now} />
      </div>
      <p
        className={
          isOverdue(finding, now) ? "text-small font-medium text-bad" : "text-small text-soft"
        }
      >
        {owner}, {closedAt ? `closed ${formatDay(closedAt, reader, now, "short")}` : `due ${day}`}
      </p>
      {mayRun && !closedAt && (
        <MeasureButton findingId={id} label={fieldDefinition(fieldId).label} />
      )}
    </li>
  );
}
