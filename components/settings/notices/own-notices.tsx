import { NOTICE_KINDS } from "@/lib/notices/kinds";
import type { OwnDelivery } from "@/lib/notices/settings/view";
import { formatMoment, type Reader } from "@/lib/platform/format";
import { inSentence } from "@/lib/trail/wording/prose";
import { ReaderTime } from "../../shell/reader-time";
import { Section } from "../../ui/section";

type OwnNoticesProps = {
  /** The latest first. */
  deliveries: readonly OwnDelivery[];
  now: Date;
  reader: Reader;
};

/** What became of the reader's latest notices, so that silence is never taken for 'no news'. */
export function OwnNotices({ deliveries, now, reader }: OwnNoticesProps) {
  const failed = deliveries.find(({ state }) => state === "failed");
  return (
    <Section title="Your last notices" className="min-w-0">
      {failed && (
        <p className="mb-2 text-small font-medium text-bad">
          The last one that did not arrive: {inSentence(formatMoment(failed.at, reader, now))}, by{" "}
          {failed.by}. An admin sees why under Connections.
        </p>
      )}
      {deliveries.length === 0 && <p className="text-soft">None yet.</p>}
      <ul>
        {deliveries.map((one) => (
          <li key={one.id} className="border-b border-line py-1.5">
            <p className="flex items-baseline gap-3">
              <span className="min-w-0 flex-1 wrap-anywhere">
                {NOTICE_KINDS[one.kind].short}{" "}
                <span className="text-small text-faint">by {one.by}</span>
              </span>
              <ReaderTime
                as="moment"
                at={one.at}
                now={now}
                reader={reader}
                className="num text-small text-faint"
              />
            </p>
            <p className={one.state === "failed" ? "text-small text-bad" : "text-small text-soft"}>
              {wordsOf(one, now, reader)}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function wordsOf(one: OwnDelivery, now: Date, reader: Reader): string {
  const { state, words, dueAt, tries } = one;
  if (state === "sent") return "Sent";
  if (state === "dropped") return `Not sent. ${words ?? ""}`;
  if (state === "failed") return `Did not arrive. ${words ?? ""}`;
  const next = dueAt > now ? `, next ${inSentence(formatMoment(dueAt, reader, now))}` : "";
  return tries > 0 || words ? `On its way${next}. ${words ?? ""}` : "On its way";
}
