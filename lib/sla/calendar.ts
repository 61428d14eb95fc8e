import { dayAt, instantAt, weekdayOf } from "./wall-clock";
import { endMinutes, minutesOf, WEEKDAYS, type WorkingHours } from "./working-hours";

/** A time that a person is away for; `until` is the first moment they are back. */
export type Absence = { from: Date; until: Date };

/** When a person works: their hours by the clocks of their zone, null around the clock, and absences. */
export type Calendar = {
  timeZone: string;
  hours: WorkingHours | null;
  absences: readonly Absence[];
};

/** A stretch of time in epoch ms, without its end. */
export type Stretch = { from: number; until: number };

const HOUR = 3_600_000;

/** Stretches in their order, with those that touch or overlap made one. */
function merged(stretches: readonly Stretch[]): Stretch[] {
  const whole: Stretch[] = [];
  for (const each of stretches.toSorted((one, other) => one.from - other.from)) {
    const last = whole.at(-1);
    if (last && each.from <= last.until) last.until = Math.max(last.until, each.until);
    else if (each.until > each.from) whole.push({ ...each });
  }
  return whole;
}

/** The absences, in their order; two that touch are one. */
export function awayStretches({ absences }: Pick<Calendar, "absences">): Stretch[] {
  return merged(
    absences.map(({ from, until }) => ({ from: from.getTime(), until: until.getTime() })),
  );
}

function withoutAway(calendar: Calendar, { from, until }: Stretch): Stretch[] {
  const free: Stretch[] = [];
  let start = from;
  for (const away of awayStretches(calendar)) {
    if (away.until <= start || away.from >= until) continue;
    if (away.from > start) free.push({ from: start, until: away.from });
    start = away.until;
  }
  if (start < until) free.push({ from: start, until });
  return free;
}

/** The shifts that touch a stretch, uncut: those of its days, and of the day before for the night. */
function shiftsIn(hours: WorkingHours, timeZone: string, { from, until }: Stretch): Stretch[] {
  const shifts: Stretch[] = [];
  // A shift of 24 hours takes 25 where the clocks go back in it.
  const first = dayAt(timeZone, from - 26 * HOUR);
  for (let day = first; day <= dayAt(timeZone, until); day += 1) {
    for (const shift of hours[WEEKDAYS[weekdayOf(day)] ?? "monday"]) {
      shifts.push({
        from: instantAt(timeZone, day, minutesOf(shift.from)),
        until: instantAt(timeZone, day, endMinutes(shift)),
      });
    }
  }
  return merged(shifts);
}

/** The working time inside a stretch, in its order, cut to it. */
export function workIn(calendar: Calendar, stretch: Stretch): Stretch[] {
  const { hours, timeZone } = calendar;
  const free = withoutAway(calendar, stretch);
  if (!hours || free.length === 0) return free;
  return free.flatMap((part) =>
    shiftsIn(hours, timeZone, part)
      .map(({ from, until }) => ({
        from: Math.max(from, part.from),
        until: Math.min(until, part.until),
      }))
      .filter(({ from, until }) => from < until),
  );
}

/** True where the person works at an instant: within their hours, and not away. */
export function worksAt(calendar: Calendar, at: Date): boolean {
  const from = at.getTime();
  return workIn(calendar, { from, until: from + 1 }).length > 0;
}

/** Until when a person is away who is away at an instant; null where they are not. */
export function awayUntil(calendar: Calendar, at: Date): Date | null {
  const away = awayStretches(calendar).find(
    ({ from, until }) => from <= at.getTime() && at.getTime() < until,
  );
  return away ? new Date(away.until) : null;
}
