import type { ClockWeek } from "@/lib/audit/two-clocks/two-clocks";
import { formatDay, formatDuration, formatWait, type Reader } from "@/lib/platform/format";
import { formatNumber } from "@/lib/platform/format-number";

/** A week of both clocks in printed numbers. */
export type ClockLine = {
  week: string;
  from: string;
  leads: string;
  marketing: string;
  sales: string;
  whole: string;
  untried: string;
};

/** How long half of the leads took: 'no attempt' where half of them still wait. */
export function spreadWords(seconds: number | null, leads: number): string {
  if (leads === 0) return "–";
  return seconds === null ? "no attempt" : formatDuration(seconds);
}

/** '9 in 10 within 4 min'; nothing where more than one in ten still waits. */
export function ninthWords(seconds: number | null, leads: number): string {
  if (leads === 0) return "no leads";
  return seconds === null ? "" : `9 in 10 within ${formatWait(seconds)}`;
}

/** A week as its row of the table says it. */
export function clockLine(week: ClockWeek, { locale }: Reader, now: Date): ClockLine {
  const { leads, untried, marketing, sales, whole } = week;
  // A week's day is a date, not an instant: printed in UTC it stays the Monday that it is.
  const from = new Date(`${week.week}T12:00:00Z`);
  return {
    week: week.week,
    from: formatDay(from, { locale, timeZone: "UTC" }, now, "short"),
    leads: formatNumber(leads, locale),
    marketing: spreadWords(marketing.median, leads),
    sales: spreadWords(sales.median, leads),
    whole: spreadWords(whole.median, leads),
    untried: formatNumber(untried, locale),
  };
}
