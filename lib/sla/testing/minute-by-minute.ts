import type { Calendar } from "../calendar";
import { type Shift, WEEKDAYS, type WorkingHours } from "../working-hours";

export const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const NONE: WorkingHours = {
  monday: [],
  tuesday: [],
  wednesday: [],
  thursday: [],
  friday: [],
  saturday: [],
  sunday: [],
};

/** The same shifts from Monday to Friday. */
export function weekdays(...shifts: Shift[]): WorkingHours {
  const five = Object.fromEntries(WEEKDAYS.slice(0, 5).map((day) => [day, shifts]));
  return { ...NONE, ...five };
}

/** The same shifts on every day. */
export function everyDay(...shifts: Shift[]): WorkingHours {
  return { ...weekdays(...shifts), saturday: shifts, sunday: shifts };
}

const seen = new Map<string, string[]>();

/** What a wall clock shows, minute by minute from `start` on: "2026-03-29T02:30". Asked once. */
function faces(timeZone: string, start: number, minutes: number): string[] {
  const key = `${timeZone} ${start} ${minutes}`;
  const known = seen.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "short",
  });
  const shown = Array.from({ length: minutes }, (_, index) =>
    format.format(start + index * MINUTE).replace(" ", "T"),
  );
  seen.set(key, shown);
  return shown;
}

const dayAfter = (day: string) =>
  new Date(Date.parse(`${day}T00:00Z`) + DAY).toISOString().slice(0, 10);

/**
 * Another way to the same answer, slow and plain: looks at the clock on the wall in every minute.
 * A shift begins in the first minute that shows its beginning or later, and ends likewise.
 */
export function workedMinutes(calendar: Calendar, start: Date, minutes: number): boolean[] {
  const { earlier = [], absences } = calendar;
  const inForce = [...earlier, { ...calendar, until: null }].map(({ until, ...hours }) => ({
    until,
    worked: minutesOfHours(hours, start, minutes),
  }));
  return Array.from({ length: minutes }, (_, index) => {
    const at = new Date(start.getTime() + index * MINUTE);
    const counts = inForce.find(({ until }) => until === null || at < until);
    return !!counts?.worked[index] && !absences.some(({ from, until }) => from <= at && at < until);
  });
}

function minutesOfHours(
  calendar: Pick<Calendar, "timeZone" | "hours">,
  start: Date,
  minutes: number,
): boolean[] {
  const lead = 3 * 1_440;
  const shown = faces(calendar.timeZone, start.getTime() - lead * MINUTE, minutes + lead);
  const worked = shown.map(() => calendar.hours === null);
  const first = (face: string) => {
    const found = shown.findIndex((each) => each >= face);
    return found < 0 ? shown.length : found;
  };
  for (const day of new Set(shown.map((face) => face.slice(0, 10)))) {
    const weekday = WEEKDAYS[(new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7] ?? "monday";
    for (const { from, until } of calendar.hours?.[weekday] ?? []) {
      const end = until <= from ? `${dayAfter(day)}T${until}` : `${day}T${until}`;
      worked.fill(true, first(`${day}T${from}`), first(end));
    }
  }
  return worked.slice(lead);
}
