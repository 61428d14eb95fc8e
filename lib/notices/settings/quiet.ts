import { dayAt, instantAt, weekdayOf } from "@/lib/sla/wall-clock";
import type { NoticeKind } from "../kinds";

/** When a person is left alone. `from` and `until` are minutes of their day; until may lie before from. */
export type QuietHours = {
  quietFrom: number | null;
  quietUntil: number | null;
  quietWeekends: boolean;
};

/** What a person has set, whole. */
export type NoticeSettings = QuietHours & {
  off: boolean;
  /** Which kinds by which connections; in no order. */
  choices: readonly { kind: NoticeKind; connectionId: string }[];
};

export const NOTHING_SET: NoticeSettings = {
  off: false,
  quietFrom: null,
  quietUntil: null,
  quietWeekends: false,
  choices: [],
};

/** The first day of the weekend: 0 is Monday. */
const SATURDAY = 5;
const DAY_MINUTES = 24 * 60;
/** A weekend between two nights, with days to spare. */
const DAYS_AHEAD = 4;

type Stretch = { from: number; until: number };

/** The quiet of one day (counted from 1970-01-01), the night that begins on it included. */
function quietOf(day: number, hours: QuietHours, timeZone: string): Stretch[] {
  const stretch = (from: number, until: number): Stretch => ({
    from: instantAt(timeZone, day, from),
    until: instantAt(timeZone, day, until),
  });
  const { quietFrom: from, quietUntil: until, quietWeekends } = hours;
  const night = from !== null && until !== null;
  return [
    ...(night ? [stretch(from, until > from ? until : until + DAY_MINUTES)] : []),
    ...(quietWeekends && weekdayOf(day) >= SATURDAY ? [stretch(0, DAY_MINUTES)] : []),
  ];
}

/**
 * When the quiet that lies over a moment ends, by the clock on the person's wall; null where it is
 * not quiet. Nights that summer time makes shorter or longer are what their clock says.
 */
export function quietEnd(hours: QuietHours, timeZone: string, now: Date): Date | null {
  const today = dayAt(timeZone, now.getTime());
  const days = Array.from({ length: DAYS_AHEAD + 1 }, (_, index) => today - 1 + index);
  const quiet = days.flatMap((day) => quietOf(day, hours, timeZone));
  let end = now.getTime();
  let over = quiet.find(({ from, until }) => from <= end && end < until);
  // One that touches the next is not over yet.
  while (over) {
    end = over.until;
    over = quiet.find(({ from, until }) => from <= end && end < until);
  }
  return end === now.getTime() ? null : new Date(end);
}
