import { formatCount, formatNumber } from "@/lib/platform/format-number";
import type { Trial } from "@/lib/trail/trial/sample";
import { Section } from "../ui/section";

/** What the settings would leave out of recent leads, beside what is left out now. */
export function TrailTrial({ trial, locale }: { trial: Trial; locale: string }) {
  const { leads, activities, rules } = trial;
  const number = (value: number) => formatNumber(value, locale);
  const aside = `${formatCount(activities, "activity", "activities", locale)} of the last 90 days, the ${formatCount(leads, "lead", "leads", locale)} that something happened to last`;
  return (
    <Section title="What these settings leave out" aside={aside} className="mb-6">
      <table className="num w-full text-small">
        <thead>
          <tr className="border-b border-line text-left text-faint">
            <th className="py-1 font-normal">Rule</th>
            <th className="py-1 text-right font-normal">Now</th>
            <th className="py-1 text-right font-normal">With these</th>
          </tr>
        </thead>
        <tbody>
          {rules.map(({ rule, label, before, after }) => (
            <tr key={rule} className="border-b border-line">
              <th scope="row" className="py-1 text-left font-normal">
                {label}
              </th>
              <td className="py-1 text-right">{number(before)}</td>
              <td
                className={before === after ? "py-1 text-right" : "py-1 text-right font-semibold"}
              >
                {number(after)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
