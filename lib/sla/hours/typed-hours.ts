import { type Shift, WEEKDAYS, type Weekday, type WorkingHours } from "../working-hours";

/** A week as it is typed: "09:00–12:00, 13:00–17:30" a day, nothing for a free one. */
export type TypedWeek = Record<Weekday, string>;

const STRETCH = /^(\d{1,2}):?(\d{2})?\s*(?:-|–|—|to)\s*(\d{1,2}):?(\d{2})?$/i;

function readShift(text: string): Shift | null {
  const [, fromHour, fromMinute = "00", untilHour, untilMinute = "00"] = STRETCH.exec(text) ?? [];
  if (!fromHour || !untilHour) return null;
  const face = (hour: string, minute: string) => `${hour.padStart(2, "0")}:${minute}`;
  // Midnight as an end is the next day's beginning.
  const until = face(untilHour, untilMinute);
  return { from: face(fromHour, fromMinute), until: until === "24:00" ? "00:00" : until };
}

/** The stretches of a day; null where one cannot be read. */
export function readDay(typed: string): Shift[] | null {
  const parts = typed.split(/[,;]/).map((part) => part.trim());
  const shifts = parts.filter(Boolean).map(readShift);
  return shifts.includes(null) ? null : shifts.filter((shift) => shift !== null);
}

const dayWords = (shifts: readonly Shift[]) =>
  shifts.map(({ from, until }) => `${from}–${until}`).join(", ");

/** Hours as they would be typed; a free week where there are none. */
export function typedWeek(hours: WorkingHours | null): TypedWeek {
  const entries = WEEKDAYS.map((day) => [day, dayWords(hours?.[day] ?? [])] as const);
  return Object.fromEntries(entries) as TypedWeek;
}
