import type { ConnectionView } from "@/lib/connections/view";
import type { DayOfNotices } from "@/lib/notices/deliveries/view";
import { formatTime, type Reader } from "@/lib/platform/format";
import { formatNumber } from "@/lib/platform/format-number";
import { type ConnectionLine, connectionLine } from "./connection-line";

/** '12 sent, 1 waiting, 2 failed'. */
function noticeWords(day: DayOfNotices | undefined, locale: string): string {
  const counts = Object.entries(day ?? {}).filter(([, count]) => count > 0);
  if (counts.length === 0) return "Nothing sent";
  return counts.map(([word, count]) => `${formatNumber(count, locale)} ${word}`).join(", ");
}

/** What the other side said, in its own case: a mailbox and a key are different troubles. */
export function troubleWords({ health }: ConnectionView, reader: Reader, now: Date): string {
  const until = health?.openUntil;
  const again = until && until > now ? ` Tried again at ${formatTime(until, reader)}.` : "";
  return `${health?.lastWords ?? ""}${again}`;
}

/** A way to people as the list shows it. */
export function channelLine(
  view: ConnectionView,
  day: DayOfNotices | undefined,
  mayChange: boolean,
  reader: Reader,
  now: Date,
): ConnectionLine {
  const line = connectionLine(view, mayChange, reader, now);
  const { standing } = line;
  const detail = standing.tone === "bad" ? troubleWords(view, reader, now) : standing.detail;
  return {
    ...line,
    standing: { ...standing, detail: detail || standing.detail },
    day: noticeWords(day, reader.locale),
  };
}
