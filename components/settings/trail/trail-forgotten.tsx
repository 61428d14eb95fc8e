import { formatMoment, type Reader } from "@/lib/platform/format";
import { formatCount } from "@/lib/platform/format-number";
import { Section } from "../../ui/section";

type TrailForgottenProps = {
  forgotten: { at: Date; months: readonly { month: string; activities: number }[] };
  now: Date;
  reader: Reader;
};

/** What the retention deleted last. */
export function TrailForgotten({ forgotten: { at, months }, now, reader }: TrailForgottenProps) {
  return (
    <Section title="Deleted by the retention" aside={formatMoment(at, reader, now)}>
      <ul className="num text-small text-soft">
        {months.map(({ month, activities }) => (
          <li key={month} className="flex justify-between gap-3">
            <span>{month}</span>
            <span>{formatCount(activities, "activity", "activities", reader.locale)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
