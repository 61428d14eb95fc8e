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

const MINUTE = 60_000;
/** Every zone's clock is changed at a quarter of an hour, so within one it runs evenly. */
const QUARTER = 15 * MINUTE;
const DAY_MINUTES = 24 * 60;
/** A weekend with a night on either side is shorter. */
const LONGEST_QUIET = 4 * DAY_MINUTES * MINUTE;

type LocalMoment = { minute: number; weekend: boolean };

function localClock(timeZone: string): (at: number) => LocalMoment {
  const format = new Intl.DateTimeFormat("en", {
    timeZone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return (at) => {
    const parts = format.formatToParts(at);
    const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
    const minute = Number(part("hour")) * 60 + Number(part("minute"));
    return { minute, weekend: /^(Sat|Sun)$/.test(part("weekday")) };
  };
}

function isQuiet(hours: QuietHours, { minute, weekend }: LocalMoment): boolean {
  const { quietFrom: from, quietUntil: until } = hours;
  if (hours.quietWeekends && weekend) return true;
  if (from === null || until === null) return false;
  return from < until ? minute >= from && minute < until : minute >= from || minute < until;
}

/**
 * When the quiet that lies over a moment ends, by the clock on the person's wall; null where it is
 * not quiet. Nights that summer time makes shorter or longer are what their clock says.
 */
export function quietEnd(hours: QuietHours, timeZone: string, now: Date): Date | null {
  const clock = localClock(timeZone);
  if (!isQuiet(hours, clock(now.getTime()))) return null;
  const start = Math.floor(now.getTime() / MINUTE) * MINUTE;
  for (let block = start - (start % QUARTER); block < start + LONGEST_QUIET; block += QUARTER) {
    const { minute, weekend } = clock(block);
    for (let step = 0; step < 15; step += 1) {
      const at = block + step * MINUTE;
      if (at > start && !isQuiet(hours, { minute: minute + step, weekend })) return new Date(at);
    }
  }
  return new Date(start + LONGEST_QUIET);
}
