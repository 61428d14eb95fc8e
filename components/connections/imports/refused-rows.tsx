import { formatNumber } from "@/lib/platform/format-number";
import { Section } from "../../ui/section";

type RefusedRowsProps = {
  /** The first of them. */
  rows: readonly { line: number; column: string | null; reason: string }[];
  total: number;
  locale: string;
};

const head = "border-b border-line py-[5px] pr-6 text-left text-label font-medium text-faint";
const cell = "border-b border-line py-1.5 pr-6 align-top";

/** Which rows were refused and why; all of them are in the file to download. */
export function RefusedRows({ rows, total, locale }: RefusedRowsProps) {
  const shown =
    total > rows.length
      ? `the first ${formatNumber(rows.length, locale)} of ${formatNumber(total, locale)}`
      : undefined;
  return (
    <Section title="Refused rows" aside={shown}>
      <table className="w-full text-small">
        <thead>
          <tr>
            <th scope="col" className={`${head} w-16`}>
              Line
            </th>
            <th scope="col" className={`${head} w-[24%]`}>
              Column
            </th>
            <th scope="col" className={head}>
              Reason
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, column, reason }) => (
            <tr key={line}>
              <td className={`${cell} num text-soft`}>{formatNumber(line, locale)}</td>
              <td className={`${cell} wrap-anywhere`}>
                {column ?? <span className="text-faint">Whole row</span>}
              </td>
              <td className={`${cell} wrap-anywhere`}>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
