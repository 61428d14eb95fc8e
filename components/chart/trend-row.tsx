import type { Trend, TrendLine } from "./trend";
import { TrendRate } from "./trend-rate";

type CellProps = { line: TrendLine; place: number } & Pick<Trend, "hrefOf" | "percent">;

/** One number, with what it is of and where it leads. */
function TrendCell({ line, place, hrefOf, percent }: CellProps) {
  const rate = line.rates[place] ?? null;
  const href = rate === null ? undefined : hrefOf?.(line, place);
  const shown = <TrendRate percent={percent} rate={rate} />;
  return (
    <td className="py-0.5 pr-6 whitespace-nowrap">
      {href ? (
        <a href={href} className="underline decoration-line-strong underline-offset-3">
          {shown}
        </a>
      ) : (
        shown
      )}
      {rate !== null && line.counts && (
        <span className="ml-1.5 text-label text-faint">{line.counts[place]}</span>
      )}
      {line.outside?.includes(place) && (
        <span className="ml-1.5 text-label font-medium text-bad">outside</span>
      )}
    </td>
  );
}

/** One week of the table. */
export function TrendRow({ trend, place }: { trend: Trend; place: number }) {
  return (
    <tr>
      <th scope="row" className="pr-6 text-left font-normal whitespace-nowrap text-soft">
        {trend.weeks[place]}
        {trend.unfinished && place === trend.weeks.length - 1 && ", so far"}
      </th>
      {trend.lines.map((line, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two reps may have one name, and columns never move.
        <TrendCell key={column} line={line} place={place} {...trend} />
      ))}
    </tr>
  );
}
