import { MINUTE } from "@/lib/platform/durations";

type InstantAnswer = { ok: true; at: Date } | { ok: false; reason: string };

/** `2026-06-03`, optionally with a time of day, and that optionally with a zone; groups in order. */
const WRITTEN =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|UTC|[+-]\d{2}(?::?\d{2})?)?)?$/i;

const PLAIN = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/;

const EXPECTED = "write it like 2026-06-03 or 2026-06-03T14:30:00Z";
const EARLIEST = 1990;
const LATEST = 2100;
/** Whether an instant lies in the years that are kept. */
export const isKeptYear = (at: Date) =>
  at.getUTCFullYear() >= EARLIEST && at.getUTCFullYear() <= LATEST;
const refuse = (reason: string): InstantAnswer => ({ ok: false, reason });

/**
 * The instant that a text names: ISO 8601, or `YYYY-MM-DD` with or without `HH:mm[:ss]`, which
 * without a zone is UTC. A day and month in an order that depends on the country (03/04/2026)
 * is refused, because a wrong guess would move an activity into or out of the trail window.
 */
export function instant(text: string): InstantAnswer {
  return plainInstant(text) ?? writtenInstant(text);
}

/** As programs write it, 2026-06-03T14:30:00.000Z, read at a fraction of the cost; null where it is not so. */
function plainInstant(text: string): InstantAnswer | null {
  if (!PLAIN.test(text)) return null;
  const at = new Date(text);
  const exists = at.getUTCDate() === Number(text.slice(8, 10)) && isKeptYear(at);
  return exists ? { ok: true, at } : null;
}

function writtenInstant(text: string): InstantAnswer {
  const parts = WRITTEN.exec(text.trim());
  if (!parts)
    return refuse(
      /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}/.test(text.trim()) ? ambiguous(text) : unread(text),
    );
  const [
    ,
    year = "",
    month = "",
    day = "",
    hour = "00",
    minute = "00",
    second = "00",
    fraction = "",
  ] = parts;
  if (Number(year) < EARLIEST || Number(year) > LATEST)
    return refuse(`the year ${year} is outside ${EARLIEST} to ${LATEST}`);
  const wall = new Date(
    `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, "0")}Z`,
  );
  // Date rolls 30 February over into March; the day that comes back must be the day that went in.
  if (Number.isNaN(wall.getTime()) || wall.getUTCDate() !== Number(day))
    return refuse(`${quoted(text)} is not a day and time that exists`);
  const minutes = zoneMinutes(parts[8]);
  if (minutes === null) return refuse(`${quoted(text)} has a time zone that does not exist`);
  return { ok: true, at: new Date(wall.getTime() - minutes * MINUTE) };
}

/** Minutes east of UTC, of an offset in hours alone too, as PostgreSQL writes it (ISO 8601, 5.3.4), or null where no place on earth has such an offset. */
function zoneMinutes(zone: string | undefined): number | null {
  const offset = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone ?? "");
  if (!offset) return 0;
  const over = Number(offset[3] ?? 0);
  const minutes = Number(offset[2]) * 60 + over;
  if (over > 59 || minutes > 14 * 60) return null;
  return offset[1] === "-" ? -minutes : minutes;
}

const quoted = (text: string) => `'${text.trim().slice(0, 40)}'`;
/** Of `29/11/2026` the day is plain, and not that of the next row in its column. */
function ambiguous(text: string): string {
  const [first = 0, second = 0] = text.split(/[/.-]/).map(Number);
  const why =
    Math.max(first, second) > 12
      ? "is written in an order that depends on the country"
      : "can be read as two different days";
  return `${quoted(text)} ${why}; ${EXPECTED}`;
}
const unread = (text: string) => `${quoted(text)} is not a date we can read; ${EXPECTED}`;
