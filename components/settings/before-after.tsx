import { formatNumber } from "@/lib/platform/format-number";

type BeforeAfterProps = {
  /** What the table is of, for a screen reader. */
  label: string;
  /** Over the names, over what is, over what would be. */
  heads: readonly [string, string, string];
  rows: readonly { name: string; before: number; after: number }[];
  locale: string;
};

/** Counts as they are and as settings that are only tried would make them. */
export function BeforeAfter({ label, heads, rows, locale }: BeforeAfterProps) {
  const [names, is, would] = heads;
  return (
    <table aria-label={label} className="num mt-2 w-full text-small">
      <thead>
        <tr className="border-b border-line text-left text-faint">
          <th className="py-1 font-normal">{names}</th>
          <th className="py-1 text-right font-normal">{is}</th>
          <th className="py-1 text-right font-normal">{would}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, before, after }) => (
          <tr key={name} className="border-b border-line">
            <th scope="row" className="py-1 text-left font-normal wrap-anywhere">
              {name}
            </th>
            <td className="py-1 text-right">{formatNumber(before, locale)}</td>
            <td className={before === after ? "py-1 text-right" : "py-1 text-right font-semibold"}>
              {formatNumber(after, locale)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
