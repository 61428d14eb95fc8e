import type { Trend } from "./trend";
import { TrendRate } from "./trend-rate";

/** The same numbers as a table, the latest week first: for reading, copying and screen readers. */
export function TrendTable({ label, trend }: { label: string; trend: Trend }) {
  const places = trend.weeks.map((_, place) => place).reverse();
  return (
    <details className="group mt-1 text-small">
      <summary className="inline-flex min-h-6 items-center text-soft underline-offset-3 hover:text-ink hover:underline">
        <span aria-hidden="true" className="mr-1.5 group-open:rotate-90">
          ▸
        </span>
        The numbers as a table
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1). */}
      <section tabIndex={0} aria-label={`${label}, numbers`} className="max-h-80 overflow-auto">
        <table className="num border-separate border-spacing-0">
          <thead>
            <tr>
              {["Week of", ...trend.lines.map((line) => line.name)].map((name) => (
                <th
                  key={name}
                  scope="col"
                  className="sticky top-0 border-b border-line bg-paper py-1.5 pr-6 text-left text-label font-medium text-faint"
                >
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {places.map((place) => (
              <tr key={trend.weeks[place]}>
                <th scope="row" className="pr-6 text-left font-normal whitespace-nowrap text-soft">
                  {trend.weeks[place]}
                  {trend.unfinished && place === trend.weeks.length - 1 && ", so far"}
                </th>
                {trend.lines.map(({ name, rates }) => (
                  <td key={name} className="py-0.5 pr-6">
                    <TrendRate rate={rates[place] ?? null} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
