import { HOUR } from "@/lib/platform/durations";
import { dayAt, instantAt, weekdayOf } from "./wall-clock";
import { endMinutes, minutesOf, WEEKDAYS, type WorkingHours } from "./working-hours";

/** A time that a person is away for; `until` is the first moment they are back. */
type Absence = { from: Date; until: Date };

/** Hours by the clocks of a zone, null around the clock. */
type Hours = { timeZone: string; hours: WorkingHours | null };

/** Hours and zone as they were before they changed; `until` is when what came next began to count. */
type EarlierHours = Hours & { until: Date };

/**
 * When a person works: their hours by the clocks of their zone, and absences. `earlier`, in its order,
 * is what counted before: a change counts from then on, and what was worked until then stays (Q.2).
 */
export type Calendar = Hours & {
  absences: readonly Absence[];
  earlier?: readonly EarlierHours[];
};

/** Earlier hours as a person's row keeps them; `until` is ISO 8601. */
export type KeptHours = Hours & { until: string };

/** A person's hours as their row keeps them, with those before as a calendar has them. */
export function readHours<Row extends { earlier: readonly KeptHours[] }>(row: Row) {
  const earlier = row.earlier.map(({ until, ...hours }) => ({ ...hours, until: new Date(until) }));
  return { ...row, earlier };
}

/** A stretch of time in epoch ms, without its end. */
export type Stretch = { from: number; until: number };

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

/** A stretch in its order, cut where the hours or the zone changed, each part with its own. */
function byHours({ earlier = [], ...now }: Calendar, { from, until }: Stretch) {
  const parts: (Hours & Stretch)[] = [];
  let start = from;
  for (const { until: changed, ...before } of earlier) {
    const end = Math.min(changed.getTime(), until);
    if (end <= start) continue;
    parts.push({ ...before, from: start, until: end });
    start = end;
  }
  if (start < until) parts.push({ ...now, from: start, until });
  return parts;
}

/** The working time inside a stretch, in its order, cut to it. */
export function workIn(calendar: Calendar, stretch: Stretch): Stretch[] {
  return withoutAway(calendar, stretch).flatMap((free) =>
    byHours(calendar, free).flatMap(({ hours, timeZone, ...part }) =>
      hours === null
        ? [part]
        : shiftsIn(hours, timeZone, part)
            .map(({ from, until }) => ({
              from: Math.max(from, part.from),
              until: Math.min(until, part.until),
            }))
            .filter(({ from, until }) => from < until),
    ),
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
