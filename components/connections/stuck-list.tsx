import type { StuckDelivery } from "@/lib/notices/deliveries/view";
import { NOTICE_KINDS } from "@/lib/notices/kinds";
import type { Reader } from "@/lib/platform/format";
import { RetryNotice } from "./retry-notice";
import { StuckRows } from "./stuck-rows";

type StuckListProps = {
  /** The latest first. */
  deliveries: readonly StuckDelivery[];
  mayRetry: boolean;
  now: Date;
  reader: Reader;
};

/** What did not reach a person, or not yet: why, how often it was tried, and when it is next. */
export function StuckList({ deliveries, mayRetry, ...rest }: StuckListProps) {
  return (
    <StuckRows
      title="Notices that did not arrive"
      aside="last 7 days"
      rows={deliveries.map(({ kind, person, by, state, ...one }) => {
        const what = `${NOTICE_KINDS[kind].short} for ${person}`;
        return {
          ...one,
          what: `${what}, by ${by}`,
          givenUp: state === "failed",
          retry: mayRetry && <RetryNotice id={one.id} what={what} />,
        };
      })}
      {...rest}
    />
  );
}
