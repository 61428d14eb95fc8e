import { type Shift, WEEKDAYS, type Weekday, type WorkingHours } from "../working-hours";

/** A week as it is typed: "09:00–12:00, 13:00–17:30" a day, nothing for a free one. */
export type TypedWeek = Record<Weekday, string>;

/** '9', '09:00', '09.00' as Danes, Finns and Italians write it, '9h30' as the French do. */
const CLOCK = String.raw`(\d{1,2})(?:\s*[:.h]?\s*(\d{2})|\s*h)?`;
const STRETCH = new RegExp(String.raw`^${CLOCK}\s*(?:[-–—]|to|bis|à)\s*${CLOCK}(?:\s*Uhr)?$`, "i");

const NOON = "12:00";

function readShift(text: string): Shift | null {
  const [, fromHour, fromMinute = "00", untilHour, untilMinute = "00"] = STRETCH.exec(text) ?? [];
  if (!fromHour || !untilHour) return null;
  const face = (hour: string, minute: string) => `${hour.padStart(2, "0")}:${minute}`;
  // Midnight as an end is the next day's beginning.
  const until = face(untilHour, untilMinute);
  const from = face(fromHour, fromMinute);
  // Who types '9-5' means the afternoon; a night begins later in the day, or is written '05:00'.
  if (untilHour.length === 1 && until < from && from <= NOON) return null;
  return { from, until: until === "24:00" ? "00:00" : until };
}

/** '1-5' behind '8-12' is no stretch of the night. */
const stepsBack = (part: string, shift: Shift, before: Shift | undefined) =>
  /^\d(?!\d)/.test(part) && before !== undefined && shift.from < before.from;

/** The stretches of a day; null where one cannot be read, or may mean another time of day. */
export function readDay(typed: string): Shift[] | null {
  const parts = typed
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const shifts = parts.map(readShift).filter((shift) => shift !== null);
  if (shifts.length < parts.length) return null;
  const isUnclear = shifts.some((shift, at) => stepsBack(parts[at] ?? "", shift, shifts[at - 1]));
  return isUnclear ? null : shifts;
}

const dayWords = (shifts: readonly Shift[]) =>
  shifts.map(({ from, until }) => `${from}–${until}`).join(", ");

/** Hours as they would be typed; a free week where there are none. */
export function typedWeek(hours: WorkingHours | null): TypedWeek {
  const entries = WEEKDAYS.map((day) => [day, dayWords(hours?.[day] ?? [])] as const);
  return Object.fromEntries(entries) as TypedWeek;
}
