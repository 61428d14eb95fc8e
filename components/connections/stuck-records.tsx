import { OUTGOING_WORDS } from "@/lib/connections/outbox/outgoing";
import type { StuckOutgoing } from "@/lib/connections/outbox/standing/view";
import { opsLeadAddress } from "@/lib/platform/address";
import type { Reader } from "@/lib/platform/format";
import { RetryRecord } from "./retry-record";
import { StuckRows } from "./stuck-rows";

type StuckRecordsProps = {
  title: string;
  /** Those that were given up first. */
  records: readonly StuckOutgoing[];
  mayRetry: boolean;
  now: Date;
  reader: Reader;
};

/** What has not reached a CRM or a hook: of whom, why, how often it was tried, and when it is next. */
export function StuckRecords({ records, mayRetry, ...rest }: StuckRecordsProps) {
  return (
    <StuckRows
      rows={records.map(({ kind, name, leadId, by, state, ...one }) => ({
        ...one,
        what: (
          <>
            {OUTGOING_WORDS[kind]} of{" "}
            <a href={opsLeadAddress(leadId)} className="underline underline-offset-3">
              {name}
            </a>
            , to {by}
          </>
        ),
        givenUp: state === "failed",
        retry: mayRetry && <RetryRecord id={one.id} what={`${OUTGOING_WORDS[kind]} of ${name}`} />,
      }))}
      {...rest}
    />
  );
}
