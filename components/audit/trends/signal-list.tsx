import { Section } from "@/components/ui/section";
import { type Line, signalsOf } from "@/lib/audit/trends/lines";
import type { Per, Period } from "@/lib/audit/trends/period";
import type { Reader } from "@/lib/platform/format";
import { formatCount, formatPercent, formatPercentRange } from "@/lib/platform/format-number";
import { LEAST_SUBGROUPS } from "@/lib/statistics/p-chart";
import { periodWords, SPANS } from "./period-words";

type Props = {
  lines: readonly Line[];
  periods: readonly Period[];
  per: Per;
  reader: Reader;
  now: Date;
};

/** The latest; the rest are in the table. */
const SHOWN = 8;

/** What chance does not explain, so that noise is not taken for news (A.6). */
export function SignalList({ lines, periods, per, reader, now }: Props) {
  const signals = signalsOf(lines);
  const judged = lines.some(({ centre }) => centre !== null);
  const { locale } = reader;
  const aside = judged && formatCount(signals.length, "point", "points", locale);
  return (
    <Section title="Outside of the control limits" aside={aside}>
      {signals.length === 0 ? (
        <p className="max-w-[64ch] text-small text-soft">
          {judged
            ? "None: what moves here may be chance."
            : `Not told yet: it takes ${LEAST_SUBGROUPS} finished periods with handoffs to know how far chance goes.`}
        </p>
      ) : (
        <ul className="text-small">
          {signals.slice(0, SHOWN).map(({ line, place, point }) => {
            const period = periods[place];
            return (
              <li key={`${line.key} ${place}`} className="border-b border-line py-1.5">
                <span className="font-medium">{line.label}</span>,{" "}
                {period && `${SPANS[per].toLowerCase()} ${periodWords(period, per, reader, now)}`}:{" "}
                {formatPercent(point.complete / point.of, locale)}
                <span className="text-faint">
                  , by chance{" "}
                  {point.limits && formatPercentRange(point.limits.low, point.limits.high, locale)}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
