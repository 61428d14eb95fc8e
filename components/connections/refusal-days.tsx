import type { DayOfRefusals } from "@/lib/connections/refusals/refused";
import { formatDay, type Reader } from "@/lib/platform/format";
import { Section } from "../ui/section";
import { refusedWords } from "./refused-words";

type RefusalDaysProps = { days: readonly DayOfRefusals[]; reader: Reader; now: Date };

/** What was refused by day, and why; of the calls themselves nothing is kept. */
export function RefusalDays({ days, reader, now }: RefusalDaysProps) {
  if (days.length === 0) return null;
  const noon = (day: string) => new Date(`${day}T12:00:00Z`);
  const calendar = { ...reader, timeZone: "UTC" };
  return (
    <Section title="Refused" className="mt-10 min-w-0">
      <ul className="text-small">
        {[...Map.groupBy(days, ({ day }) => day)].map(([day, those]) => (
          <li key={day} className="flex gap-4 border-b border-line py-1.5">
            <time dateTime={day} className="num w-24 shrink-0 text-faint">
              {formatDay(noon(day), calendar, now, "short")}
            </time>
            <span className="num min-w-0">{refusedWords(those, reader.locale)}</span>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-small text-faint">
        Nothing of these calls is kept. If the secret was changed on one side only, replace it here.
      </p>
    </Section>
  );
}
