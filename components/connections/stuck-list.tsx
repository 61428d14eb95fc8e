import type { StuckDelivery } from "@/lib/notices/deliveries/view";
import { NOTICE_KINDS } from "@/lib/notices/kinds";
import { formatExact, formatMoment, type Reader } from "@/lib/platform/format";
import { formatCount } from "@/lib/platform/format-number";
import { Section } from "../ui/section";
import { Time } from "../ui/time";
import { RetryNotice } from "./retry-notice";

type StuckListProps = {
  /** The latest first. */
  deliveries: readonly StuckDelivery[];
  mayRetry: boolean;
  now: Date;
  reader: Reader;
};

/** What did not reach a person, or not yet: why, how often it was tried, and when it is next. */
export function StuckList({ deliveries, mayRetry, now, reader }: StuckListProps) {
  if (deliveries.length === 0) return null;
  return (
    <Section title="Notices that did not arrive" aside="last 7 days" className="mt-6 min-w-0">
      <ul>
        {deliveries.map((one) => (
          <li key={one.id} className="flex items-center gap-3 border-b border-line py-2">
            <div className="min-w-0 flex-1">
              <p className="wrap-anywhere">
                {NOTICE_KINDS[one.kind].short} for {one.person}, by {one.by}{" "}
                <Time
                  at={one.at}
                  exact={formatExact(one.at, reader)}
                  className="num text-small text-faint"
                >
                  {formatMoment(one.at, reader, now)}
                </Time>
              </p>
              <p className="text-small text-soft">
                {one.words} {standing(one, now, reader)}
              </p>
            </div>
            {mayRetry && (
              <RetryNotice id={one.id} what={`${NOTICE_KINDS[one.kind].short} for ${one.person}`} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function standing({ state, tries, dueAt }: StuckDelivery, now: Date, reader: Reader): string {
  const often = formatCount(tries, "try", "tries", reader.locale);
  if (state === "failed") return `Given up after ${often}.`;
  const next = dueAt > now ? `at ${formatMoment(dueAt, reader, now, "second")}` : "at any moment";
  return `${often} so far, next ${next}.`;
}
