import type { Reader } from "@/lib/platform/format";
import { formatCount, formatNumber } from "@/lib/platform/format-number";
import { ReaderTime } from "../shell/reader-time";
import { Section } from "../ui/section";

type UnreadListProps = {
  /** Events by name, the most frequent first. */
  events: readonly { source: string; event: string; count: number; lastAt: Date }[];
  now: Date;
  reader: Reader;
};

/** Tracked events that are none of our kinds of activity, so that none is lost silently (K.1). */
export function UnreadList({ events, now, reader }: UnreadListProps) {
  if (events.length === 0) return null;
  const total = events.reduce((sum, { count }) => sum + count, 0);
  return (
    <Section
      title="Not understood"
      aside={`${formatCount(total, "event", "events", reader.locale)}, last 30 days`}
    >
      <p className="mb-2 text-small text-soft">
        These events came in and are no step of a purchase that Baton knows, so no trail holds them.
        Send them under a name such as ‘Form submitted’ if they are one.
      </p>
      <ul className="num">
        {events.map(({ source, event, count, lastAt }) => (
          <li
            key={`${source} ${event}`}
            className="flex items-baseline gap-3 border-b border-line py-1.5"
          >
            <span className="min-w-0 flex-1 wrap-anywhere">
              {event} <span className="text-small text-faint">{source}</span>
            </span>
            <ReaderTime
              as="age"
              at={lastAt}
              now={now}
              reader={reader}
              className="text-small text-faint"
            />
            <span className="w-14 text-right">{formatNumber(count, reader.locale)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
