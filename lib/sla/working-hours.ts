import { z } from "zod";

/** The days of a week, Monday first, as ISO 8601 numbers them from 1. */
export const WEEKDAYS = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Give a time such as 09:00.");

/**
 * A stretch of work by the clocks of the person's own zone, "09:00" to "17:30". It may pass midnight:
 * an end that is not after its beginning is on the next day, so "00:00" to "00:00" is a whole day.
 */
const shift = z.strictObject({ from: time, until: time });
export type Shift = z.output<typeof shift>;

const DAY_MINUTES = 24 * 60;
const WEEK_MINUTES = 7 * DAY_MINUTES;

/** Minutes since midnight of a clock's face: "09:30" is 570. */
export function minutesOf(face: string): number {
  return Number(face.slice(0, 2)) * 60 + Number(face.slice(3));
}

/** When a shift ends, in minutes since the midnight that its day began with: up to 48 hours. */
export function endMinutes({ from, until }: Shift): number {
  return minutesOf(until) + (minutesOf(until) <= minutesOf(from) ? DAY_MINUTES : 0);
}

/** True where two shifts of a week cover the same minute; Sunday's may reach into Monday. */
function overlap(week: Record<Weekday, readonly Shift[]>): boolean {
  const shifts = WEEKDAYS.flatMap((day, index) =>
    week[day].map((each) => ({
      from: index * DAY_MINUTES + minutesOf(each.from),
      until: index * DAY_MINUTES + endMinutes(each),
    })),
  ).toSorted((one, other) => one.from - other.from);
  const first = shifts[0];
  const round = first ? [...shifts, { ...first, from: first.from + WEEK_MINUTES }] : [];
  return round.some(({ until }, index) => until > (round[index + 1]?.from ?? Infinity));
}

/** When a person works, day by day, in their own zone. A person without any works around the clock. */
export const workingHours = z
  .strictObject({
    monday: z.array(shift),
    tuesday: z.array(shift),
    wednesday: z.array(shift),
    thursday: z.array(shift),
    friday: z.array(shift),
    saturday: z.array(shift),
    sunday: z.array(shift),
  } satisfies Record<Weekday, unknown>)
  .refine((week) => WEEKDAYS.some((day) => week[day].length > 0), "Give hours on at least one day.")
  .refine((week) => !overlap(week), "Two stretches of work overlap.");
export type WorkingHours = z.output<typeof workingHours>;
