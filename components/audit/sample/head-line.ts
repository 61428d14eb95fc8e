import { STRATA } from "@/lib/audit/draw/strata-names";
import { type AuditHead, isDone } from "@/lib/audit/sample/view";
import { formatDay, formatDayRange, type Reader } from "@/lib/platform/format";
import { formatCount, formatNumber } from "@/lib/platform/format-number";

/** An audit as a row says it. */
export type HeadLine = {
  id: string;
  drawn: string;
  window: string;
  sample: string;
  auditors: string;
  standing: string;
};

/** The days of a window, as UTC has them; its end is the first moment that is not in it. */
export function windowWords({ from, until }: AuditHead, { locale }: Reader, now: Date): string {
  const last = new Date(until.getTime() - 1);
  return formatDayRange(from, last, { locale, timeZone: "UTC" }, now, "short");
}

/** '20 of 312 leads, in their mix of sources'. */
export function sampleWords({ size, population, strata }: AuditHead, locale: string): string {
  const by = strata === "none" ? "" : `, in their mix of ${STRATA[strata].toLowerCase()}`;
  return `${formatNumber(size, locale)} of ${formatCount(population, "lead", "leads", locale)}${by}`;
}

/** How far it is: 'Done', '7 of 20 judged', 'Not begun'. */
export function standingWords(head: AuditHead, locale: string): string {
  if (isDone(head)) return "Done";
  const far = head.seats.map(({ name, judged, doneAt }) => {
    const done = doneAt
      ? "finished"
      : `${formatNumber(judged, locale)} of ${formatNumber(head.size, locale)} judged`;
    return head.auditors === 1 ? done : `${name}: ${done}`;
  });
  if (far.length === 0) return "Not begun";
  const open = head.auditors - head.seats.length;
  return [...far, open > 0 && "second auditor not begun"].filter(Boolean).join("; ");
}

/** An audit as its row of the table says it. */
export function headLine(head: AuditHead, reader: Reader, now: Date): HeadLine {
  return {
    id: head.id,
    drawn: formatDay(head.at, reader, now, "short"),
    window: windowWords(head, reader, now),
    sample: sampleWords(head, reader.locale),
    auditors: head.seats.map(({ name }) => name).join(", ") || "–",
    standing: standingWords(head, reader.locale),
  };
}
