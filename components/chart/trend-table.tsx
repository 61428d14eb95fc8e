import { useState } from "react";
import { saveCsv } from "../table/csv-button";
import { Button } from "../ui/button";
import type { Trend } from "./trend";
import { TrendRow } from "./trend-row";
import { useOnPaper } from "./use-on-paper";

type TrendTableProps = { label: string; read: () => Trend; csv: string };

const SCROLLING = "max-h-80 overflow-auto print:max-h-none print:overflow-visible";

const saved = (rate: number | null | undefined) =>
  rate === null || rate === undefined ? "" : String(Math.round(rate * 1000) / 10);

function saveTrend({ span, weeks, lines }: Trend, csv: string) {
  const header = lines.flatMap(({ name, counts }) =>
    counts ? [`${name}, %`, `${name}, handoffs`] : [`${name}, %`],
  );
  const rows = weeks.map((week, place) => [
    week,
    ...lines.flatMap(({ rates, counts }) =>
      counts ? [saved(rates[place]), counts[place] ?? ""] : [saved(rates[place])],
    ),
  ]);
  saveCsv(csv, [span, ...header], rows.reverse());
}

function Numbers({ label, trend }: { label: string; trend: Trend }) {
  const places = trend.weeks.map((_, place) => place).reverse();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1).
    <section tabIndex={0} aria-label={`${label}, numbers`} className={SCROLLING}>
      <table aria-label={label} className="num border-separate border-spacing-0">
        <thead>
          <tr>
            {[trend.span, ...trend.lines.map((line) => line.name)].map((name, place) => (
              <th
                // biome-ignore lint/suspicious/noArrayIndexKey: two reps may have one name, and columns never move.
                key={place}
                scope="col"
                className="sticky top-0 border-b border-line bg-paper py-1.5 pr-6 text-left text-label font-medium text-faint print:static"
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map((place) => (
            <TrendRow key={trend.weeks[place]} trend={trend} place={place} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/**
 * The same numbers as a table, the latest week first: for reading, copying, paper and screen readers.
 * Made when it is opened or printed, since it is as much as the rest of the page.
 */
export function TrendTable({ label, read, csv }: TrendTableProps) {
  const [shown, setShown] = useState(false);
  useOnPaper(() => setShown(true));
  return (
    <details
      className="mt-1 text-small"
      onToggle={({ currentTarget }) => currentTarget.open && setShown(true)}
    >
      <summary className="opens print:hidden">The numbers as a table</summary>
      {shown && <Numbers label={label} trend={read()} />}
      <p className="mt-1 print:hidden">
        <Button
          variant="bare"
          onClick={() => saveTrend(read(), csv)}
          className="text-label font-normal"
        >
          CSV<span className="sr-only">: {csv}</span>
        </Button>
      </p>
    </details>
  );
}
