import type { ReactNode } from "react";
import type { Reading } from "@/lib/connections/sources/reading";
import type { RefusedRecord } from "@/lib/connections/sources/refused/record";
import { formatComingAt, formatMoment, type Reader } from "@/lib/platform/format";
import { inSentence } from "@/lib/trail/wording/prose";

type RefusedRecordsProps = {
  readings: readonly Reading[];
  refused: readonly RefusedRecord[];
  paused: boolean;
  /** The button that asks for all of them again; null for who may not. */
  retry: ReactNode;
  reader: Reader;
  now: Date;
};

/** Records that the other side refuses to tell of: why, since when, and when they are asked for again. */
export function RefusedRecords(props: RefusedRecordsProps) {
  const { readings, refused, paused, retry, reader, now } = props;
  if (refused.length === 0) return null;
  const holds = new Map(readings.map((one) => [one.stream, one.holds]));
  return (
    <div className="mt-4">
      <div className="flex items-center gap-3">
        <h3 className="flex-1 text-label font-semibold text-soft">Refused there</h3>
        {retry}
      </div>
      <ul>
        {refused.map(({ stream, recordId, reason, since, againAt }) => (
          <li
            key={`${stream} ${recordId}`}
            className="border-b border-line py-2 text-small wrap-anywhere"
          >
            Of {holds.get(stream) ?? stream}: {recordId}{" "}
            <span className="text-soft">
              {reason} Refused since {inSentence(formatMoment(since, reader, now))}.{" "}
              {againAt
                ? `Asked for again ${paused ? RESUMED : whenOf(againAt, reader, now)}.`
                : "Given up."}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const RESUMED = "once the connection is resumed";
const whenOf = (at: Date, reader: Reader, now: Date) =>
  at > now ? formatComingAt(at, reader, now) : "within minutes";
