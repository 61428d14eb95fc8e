import type { CrmDay } from "@/lib/connections/outbox/standing/view";
import { hookEventsOf } from "@/lib/connections/rest-hooks/rest-hook";
import type { ConnectionView } from "@/lib/connections/view";
import { formatComing, formatDay, type Reader } from "@/lib/platform/format";
import { type ConnectionLine, connectionLine } from "./connection-line";
import { outgoingDayWords, outgoingStanding } from "./crm/crm-line";

/** A hook as the list shows it, with what it asked for. */
export type HookLine = ConnectionLine & { events: string };

/** A hook in words, ready to be printed. */
export function hookLine(
  view: ConnectionView,
  day: CrmDay | undefined,
  mayChange: boolean,
  reader: Reader,
  now: Date,
): HookLine {
  const line = connectionLine(view, mayChange, reader, now);
  const since = formatDay(view.connectedAt, reader, now);
  const { earlierUntil: until } = view;
  const signed = until ? `Two secrets sign until ${formatComing(until, reader, now)}.` : "";
  const standing = outgoingStanding(view, line, day, reader, now);
  return {
    ...line,
    about: view.subscribedBy ? `By ${view.subscribedBy}, ${since}` : since,
    standing: { ...standing, detail: [signed, standing.detail].filter(Boolean).join(" ") },
    day: outgoingDayWords(day, reader.locale),
    events: hookEventsOf(view.settings).join(", "),
  };
}
