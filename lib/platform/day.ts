import { formatter } from "./intl";

const MINUTE = 60_000;

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds. */
function aheadOfUtc(at: number, timeZone: string): number {
  const shown = formatter(Intl.DateTimeFormat, "en", { timeZone, timeZoneName: "longOffset" })
    .formatToParts(at)
    .find(({ type }) => type === "timeZoneName")?.value;
  const [, sign = "+", hours = "0", minutes = "0"] = /([+-])(\d+):(\d+)/.exec(shown ?? "") ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE;
}

/** The instant at which a day ("2026-12-01") begins on the clocks of an IANA zone. */
export function startOfDay(day: string, timeZone: string): Date {
  const asIfUtc = Date.parse(`${day}T00:00:00Z`);
  // Twice: the first guess may fall on the other side of a change of the clocks.
  const guess = asIfUtc - aheadOfUtc(asIfUtc, timeZone);
  return new Date(asIfUtc - aheadOfUtc(guess, timeZone));
}

/** The day ("2026-12-01") that an instant falls on, on the clocks of an IANA zone. */
export function dayOf(at: Date, timeZone: string): string {
  return new Date(at.getTime() + aheadOfUtc(at.getTime(), timeZone)).toISOString().slice(0, 10);
}
