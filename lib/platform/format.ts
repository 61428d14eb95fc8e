import { formatter, inPlainFigures, wordLocale } from "./intl";

/** Who reads a page: a BCP 47 locale and an IANA time zone. Nothing here falls back to the machine's own. */
export type Reader = { locale: string; timeZone: string };

const SECOND = 1;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const CLOCKS_APART = 5 * SECOND;
/** U+2212: as wide as a digit in tabular figures, which the hyphen is not. */
const MINUS = "−";

/** Texts that are kept of each format; a page words the same instants again and again, `now` first of all. */
const KEPT = 200;

function kept<Key, Value>(values: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = values.get(key);
  if (known !== undefined) return known;
  if (values.size >= KEPT) values.clear();
  const value = make();
  values.set(key, value);
  return value;
}

/** A format of dates for one reader, with what it said of instants before. */
class DateFormat {
  readonly #format: Intl.DateTimeFormat;
  readonly #said = new Map<number, string>();
  readonly #ranges = new Map<string, string>();
  readonly #zones = new Map<number, string | undefined>();

  constructor(format: Intl.DateTimeFormat) {
    this.#format = format;
  }
  format(at: Date): string {
    return kept(this.#said, at.getTime(), () => this.#format.format(at));
  }
  /** `days`: what tells one range from another, since finding a range's words takes long. */
  formatRange(first: Date, last: Date, days: string): string {
    return kept(this.#ranges, days, () => this.#format.formatRange(first, last));
  }
  zoneName(at: Date): string | undefined {
    return kept(
      this.#zones,
      at.getTime(),
      () => this.#format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value,
    );
  }
}

/** A format of dates for each reader: found by who reads alone, since a page prints hundreds of dates. */
function dateFormat(options: Intl.DateTimeFormatOptions) {
  const made = new Map<string, DateFormat>();
  return ({ locale, timeZone }: Reader): DateFormat => {
    const key = `${locale} ${timeZone}`;
    const known = made.get(key);
    if (known) return known;
    const format = new DateFormat(
      new Intl.DateTimeFormat(inPlainFigures(locale), { timeZone, ...options }),
    );
    made.set(key, format);
    return format;
  };
}

const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const TIME = {
  minute: dateFormat(clock),
  second: dateFormat({ ...clock, second: "2-digit" }),
};
const YEAR = dateFormat({ year: "numeric" });
const WEEKDAY = dateFormat({ weekday: "short" });
const ZONE = dateFormat({ timeZoneName: "short" });
const MONTH = dateFormat({ month: "short", year: "numeric" });
const DAY_OF_YEAR = {
  long: dateFormat({ day: "numeric", month: "long" }),
  short: dateFormat({ day: "numeric", month: "short" }),
};
const DATE = {
  long: dateFormat({ day: "numeric", month: "long", year: "numeric" }),
  short: dateFormat({ day: "numeric", month: "short", year: "numeric" }),
};
/** Swedes write the day as ISO 8601 does. */
const ISO_DAY = dateFormat({ year: "numeric", month: "2-digit", day: "2-digit" });

const yearOf = (at: Date, reader: Reader) => YEAR(reader).format(at);

/** Day and month, with the year where it is not that of `now`. */
const dayFormat = (at: Date, reader: Reader, now: Date, month: "long" | "short") =>
  (yearOf(at, reader) === yearOf(now, reader) ? DAY_OF_YEAR : DATE)[month](reader);

/** Days between two instants as the reader's calendar counts them; negative when `at` is before `now`. */
export function calendarDaysBetween(now: Date, at: Date, timeZone: string): number {
  return (calendarDay(at, timeZone) - calendarDay(now, timeZone)) / (DAY * 1000);
}

// The calendar's day as if it were one in UTC: subtracting two of them is blind to summer time.
const calendarDay = (at: Date, timeZone: string) =>
  Date.parse(ISO_DAY({ locale: "sv", timeZone }).format(at));

/** "14:32", or with seconds "14:28:51": always 24 hours. */
export function formatTime(at: Date, reader: Reader, precision: "minute" | "second" = "minute") {
  return TIME[precision](reader).format(at);
}

/** "3 June"; the year is added when it is not the year of `now`. */
export function formatDay(at: Date, reader: Reader, now: Date, month: "long" | "short" = "long") {
  return dayFormat(at, reader, now, month).format(at);
}

/** "Nov 2026". */
export const formatMonth = (at: Date, reader: Reader) => MONTH(reader).format(at);

/** "3–4 June", "June 3–4", "30 May – 2 June", or one day when both fall on it (C3.8). */
export function formatDayRange(
  first: Date,
  last: Date,
  reader: Reader,
  now: Date,
  month: "long" | "short" = "long",
): string {
  if (calendarDaysBetween(first, last, reader.timeZone) === 0) {
    return formatDay(last, reader, now, month);
  }
  if (yearOf(first, reader) !== yearOf(last, reader)) {
    return `${formatDay(first, reader, now, month)} – ${formatDay(last, reader, now, month)}`;
  }
  // The year of the end speaks for both when they share it.
  const days = `${calendarDay(first, reader.timeZone)} ${calendarDay(last, reader.timeZone)}`;
  const range = dayFormat(last, reader, now, month).formatRange(first, last, days);
  // Locales set the dash with spaces of many widths; two numbers are read as one span without any.
  return range
    .replace(/[\u2009\u202f\u00a0]/g, " ")
    .replace(/(\d\.?) – (\d+\.?)(?=$|,| \p{L})/u, "$1–$2");
}

const NEAR = new Map([
  [-1, "Yesterday"],
  [0, "Today"],
  [1, "Tomorrow"],
]);

/** "Today 14:28", "Yesterday 09:10", "Tomorrow 09:00", else "17 Nov 09:10". */
export function formatMoment(
  at: Date,
  reader: Reader,
  now: Date,
  precision: "minute" | "second" = "minute",
): string {
  const day =
    NEAR.get(calendarDaysBetween(now, at, reader.timeZone)) ?? formatDay(at, reader, now, "short");
  return `${day} ${formatTime(at, reader, precision)}`;
}

/** Days from today on the reader's calendar at which a weekday's name still says which day it is. */
const WEEKDAY_IS_CLEAR = 6;

/** When something begins, or was to, as short as is clear: "09:00" today, "Mon 09:00" near it, else "3 Aug". */
export function formatComing(at: Date, reader: Reader, now: Date): string {
  const days = calendarDaysBetween(now, at, reader.timeZone);
  if (Math.abs(days) > WEEKDAY_IS_CLEAR) return formatDay(at, reader, now, "short");
  const day = days === 0 ? "" : `${WEEKDAY(reader).format(at)} `;
  return `${day}${formatTime(at, reader)}`;
}

/** The same within a sentence: "at 09:00" today, "on Mon at 09:00" near it, else "on 3 Aug". */
export function formatComingAt(at: Date, reader: Reader, now: Date): string {
  const days = calendarDaysBetween(now, at, reader.timeZone);
  if (Math.abs(days) > WEEKDAY_IS_CLEAR) return `on ${formatDay(at, reader, now, "short")}`;
  const day = days === 0 ? "" : `on ${WEEKDAY(reader).format(at)} `;
  return `${day}at ${formatTime(at, reader)}`;
}

/** The whole truth for a hover: "Wed 3 June 2026, 14:00:01 GMT+2" (C5.1). */
export function formatExact(at: Date, reader: Reader): string {
  const day = WEEKDAY(reader).format(at);
  const date = DATE.long(reader).format(at);
  const zone = ZONE(reader).zoneName(at);
  return `${day} ${date}, ${formatTime(at, reader, "second")} ${zone ?? reader.timeZone}`;
}

/**
 * "just now", "3 min ago", "5 hours ago", "yesterday", "6 days ago", "3 months ago"; the future likewise,
 * which begins with "in a moment" where it is more than two clocks may be apart.
 */
export function formatAge(at: Date, now: Date, reader: Reader): string {
  const seconds = (at.getTime() - now.getTime()) / 1000;
  const away = Math.abs(seconds);
  if (away < 45) return seconds > CLOCKS_APART ? "in a moment" : "just now";
  const relative = formatter(Intl.RelativeTimeFormat, wordLocale(reader.locale), {
    numeric: "auto",
  });
  if (away < HOUR) return ageInMinutes(seconds, reader);
  const days = calendarDaysBetween(now, at, reader.timeZone);
  if (away < 12 * HOUR || days === 0) return relative.format(Math.trunc(seconds / HOUR), "hour");
  if (Math.abs(days) < 30) return relative.format(days, "day");
  if (Math.abs(days) < 365) return relative.format(Math.round(days / 30.44), "month");
  return relative.format(Math.round(days / 365.25), "year");
}

function ageInMinutes(seconds: number, reader: Reader): string {
  const minutes = Math.trunc(seconds / MINUTE) || Math.sign(seconds);
  const style = { numeric: "always", style: "short" } as const;
  return formatter(Intl.RelativeTimeFormat, wordLocale(reader.locale), style).format(
    minutes,
    "minute",
  );
}

/** A long wait: whole days from two on, since nobody asks how many hours; else as `formatDuration`. */
export function formatWait(seconds: number): string {
  return formatDuration(seconds < 2 * DAY ? seconds : Math.floor(seconds / DAY) * DAY);
}

/** Time left on a clock, in seconds: "3:12", "−0:48" past the end, "1:04:20", "2 d 4 h" (Q.2). */
export function formatCountdown(seconds: number): string {
  const whole = Math.abs(Math.trunc(seconds));
  const sign = seconds < 0 && whole > 0 ? MINUS : "";
  if (whole >= DAY) return `${sign}${formatDuration(whole)}`;
  const two = (value: number) => String(value).padStart(2, "0");
  const minutes = Math.floor(whole / MINUTE);
  const rest = two(whole % MINUTE);
  if (whole < HOUR) return `${sign}${minutes}:${rest}`;
  return `${sign}${Math.floor(minutes / 60)}:${two(minutes % 60)}:${rest}`;
}

/** Keeps a number on the line of its unit. */
const NO_BREAK = "\u00a0";

/**
 * A length in seconds by its largest units, two at `most` unless said otherwise: "42 s", "4 min 10 s",
 * "2 h 5 min", "3 d", with spaces at which no line breaks.
 */
export function formatDuration(seconds: number, most = 2): string {
  const whole = Math.max(0, Math.round(seconds));
  const units = [
    { size: DAY, name: "d" },
    { size: HOUR, name: "h" },
    { size: MINUTE, name: "min" },
    { size: SECOND, name: "s" },
  ];
  const first = units.findIndex((unit) => whole >= unit.size);
  if (first < 0) return `0${NO_BREAK}s`;
  let left = whole;
  const parts = units.slice(first, first + most).map(({ size, name }) => {
    const count = Math.floor(left / size);
    left -= count * size;
    return count > 0 ? `${count}${NO_BREAK}${name}` : "";
  });
  return parts.filter(Boolean).join(NO_BREAK);
}
