import { HOUR } from "@/lib/platform/durations";
import { calendarDaysBetween, formatDay, type Reader } from "@/lib/platform/format";
import { formatter } from "@/lib/platform/intl";
import { spokenDeed } from "@/lib/trail/drafted/deed";
import { apart, daysInWords, type TriggerParts } from "./trigger-wording";

type Told = { text: string; at: string; parts?: TriggerParts };

/** So far back a weekday can mean one day only. */
const WEEKDAYS_TELL = 6;
/** Nearer than this, the hours say more than the calendar does. */
const HOURS_TELL_MS = 12 * HOUR;

/** 'today', 'yesterday', 'on Thursday', 'on 3 June', on the reader's calendar. */
function when(at: Date, reader: Reader, now: Date): string {
  const ago = -calendarDaysBetween(now, at, reader.timeZone);
  if (ago === 0) return "today";
  if (ago === 1) return "yesterday";
  if (ago < 0 || ago > WEEKDAYS_TELL) return `on ${formatDay(at, reader, now)}`;
  // Words are the page's, which is English.
  const { timeZone } = reader;
  return `on ${formatter(Intl.DateTimeFormat, "en", { weekday: "long", timeZone }).format(at)}`;
}

/** 'the day after', 'three days after', by the reader's calendar. */
function after(earlier: Date, at: Date, { timeZone }: Reader): string {
  const gap = at.getTime() - earlier.getTime();
  if (gap < HOURS_TELL_MS) return apart(gap);
  const days = calendarDaysBetween(earlier, at, timeZone);
  if (days === 0) return "the same day as";
  return days === 1 ? "the day after" : `${daysInWords(days)} after`;
}

/** A chat's question ends the clause, so that the day stands before it. */
function dated(act: string, day: string): string {
  const question = /^(Asked in the chat)(: .*)$/s.exec(act);
  return question ? `${question[1]} ${day}${question[2]}` : `${act} ${day}`;
}

/**
 * A trigger's sentence for one reader, with the days of their calendar (C4.6): 'Asked for the
 * security pack on Thursday, the day after a second look at pricing'. What was told without parts
 * is told as it is.
 */
export function triggerFor({ text, at, parts }: Told, reader: Reader, now: Date): string {
  if (!parts) return text;
  const moment = new Date(at);
  const main = dated(spokenDeed(parts.act), when(moment, reader, now));
  const { before } = parts;
  if (!before) return main + parts.returned;
  return `${main}, ${after(new Date(before.at), moment, reader)} ${before.noun}`;
}
