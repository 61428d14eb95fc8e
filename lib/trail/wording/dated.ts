import { formatDayRange, type Reader } from "@/lib/platform/format";
import type { Touchpoint } from "@/lib/standard/behavioral-trail";

/**
 * A touchpoint with its dates as the reader writes them, on the reader's calendar (C3.8): 'Read
 * /security twice (3–4 June)'.
 */
export function datedTouchpoint(
  { text, firstAt, lastAt }: Pick<Touchpoint, "text" | "firstAt" | "lastAt">,
  reader: Reader,
  now: Date,
  month: "long" | "short" = "long",
): string {
  return `${text} (${formatDayRange(new Date(firstAt), new Date(lastAt), reader, now, month)})`;
}
