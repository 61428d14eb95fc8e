import type { AbsenceLine } from "@/components/settings/absence-form";
import type { HoursLine } from "@/components/settings/hours-form";
import { formatDayRange, type Reader } from "@/lib/platform/format";
import type { HoursOf } from "@/lib/sla/hours/queries";
import { typedWeek } from "@/lib/sla/hours/typed-hours";

/** A person's hours and absences as they are edited, the days by the clocks of that person. */
export function hoursLine(
  { personId, timeZone, hours, absences }: HoursOf,
  { locale }: Reader,
  now: Date,
): HoursLine & { absences: AbsenceLine[] } {
  return {
    personId,
    timeZone,
    always: hours === null,
    week: typedWeek(hours),
    absences: absences.map(({ id, startsAt, endsAt, words }) => {
      // The last moment away, which is on the last day.
      const last = new Date(endsAt.getTime() - 1);
      return { id, words, days: formatDayRange(startsAt, last, { locale, timeZone }, now) };
    }),
  };
}
