import { DAY } from "@/lib/platform/durations";
import { formatDay, formatTime } from "@/lib/platform/format";
import { formatter } from "@/lib/platform/intl";
import type { Rep } from "./rep";

/** Whether a rep can be given a lead at a moment; the words are for the path and the rep's sentence. */
export type Availability =
  | { can: "now" }
  | { can: "later"; startsAt: number | null; words: string }
  | { can: "not"; words: string };

/** A weekday's name is clear for as long as it comes but once. */
const WEEKDAY_IS_CLEAR = 6 * DAY;

function dayWords(until: number, timeZone: string, now: Date): string {
  const at = new Date(until);
  const reader = { locale: "en-GB", timeZone };
  if (until - now.getTime() > WEEKDAY_IS_CLEAR) return formatDay(at, reader, now);
  return formatter(Intl.DateTimeFormat, "en-GB", { timeZone, weekday: "long" }).format(at);
}

/** '08:00 on Monday', by the clock of whoever starts then. */
export function startWords(startsAt: number, timeZone: string, now: Date): string {
  const time = formatTime(new Date(startsAt), { locale: "en-GB", timeZone });
  return `${time} on ${dayWords(startsAt, timeZone, now)}`;
}

/** Whether a rep has as many open leads as they are allowed, or more. */
export const isAtCap = ({ cap, openLeads }: Pick<Rep, "cap" | "openLeads">) =>
  cap !== null && openLeads >= cap;

function capWords({ cap, openLeads }: Rep): string {
  const has = `has ${openLeads} open ${openLeads === 1 ? "lead" : "leads"}`;
  if (openLeads === cap) return `${has}, as many as allowed`;
  return `${has}, where ${cap} ${cap === 1 ? "is" : "are"} allowed`;
}

/** Why a rep can be given no lead at all at a moment, to be read after their name; null where they can. */
export function hindrance(rep: Rep, now: Date): string | null {
  const one = availability(rep, [], now);
  return one.can === "not" ? one.words : null;
}

/**
 * The one place that says whom a lead may go to: nobody without access, away, at their cap, or
 * whom this lead was taken from. Outside working hours one can take a lead later.
 */
export function availability(rep: Rep, notTo: readonly string[], now: Date): Availability {
  const not = (words: string) => ({ can: "not", words }) as const;
  if (!rep.active) return not("has no access any more");
  if (notTo.includes(rep.id)) return not("had this lead already");
  const { presence, timeZone } = rep;
  if (presence.is === "away") {
    const { until } = presence;
    return not(until === null ? "is away" : `is away until ${dayWords(until, timeZone, now)}`);
  }
  if (isAtCap(rep)) return not(capWords(rep));
  if (presence.is === "at work") return { can: "now" };
  const { until: startsAt } = presence;
  const back = startsAt === null ? "" : ` until ${startWords(startsAt, timeZone, now)}`;
  return { can: "later", startsAt, words: `is not at work${back}` };
}
