import type { Per, Period } from "@/lib/audit/trends/period";
import { formatDay, formatMonth, type Reader } from "@/lib/platform/format";

/** What a point spans, before its name. */
export const SPANS: Record<Per, string> = { day: "Day", week: "Week of", month: "Month" };

/** A period's name: "2 Nov", "Nov 2026". Its days are UTC's, and printed as such. */
export function periodWords({ from }: Period, per: Per, { locale }: Reader, now: Date): string {
  const at = new Date(`${from}T12:00:00Z`);
  const dates = { locale, timeZone: "UTC" };
  return per === "month" ? formatMonth(at, dates) : formatDay(at, dates, now, "short");
}
