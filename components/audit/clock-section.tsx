import { slower, type TwoClocks } from "@/lib/audit/two-clocks/two-clocks";
import type { Reader } from "@/lib/platform/format";
import { formatWait } from "@/lib/platform/format";
import { formatCount, formatNumber } from "@/lib/platform/format-number";
import { RESPONSE_WINDOW_SECONDS } from "@/lib/sla/response-window";
import { Section } from "../ui/section";
import { Stat } from "../ui/stat";
import { clockLine, ninthWords, spreadWords } from "./clock-line";
import { ClockTable } from "./clock-table";

type ClockSectionProps = { clocks: TwoClocks; reader: Reader; now: Date };

/**
 * Marketing's clock and sales' side by side (G.6): a strict gate must not make a slow team look
 * fast, so that what the gate still holds stands beside both.
 */
export function ClockSection({ clocks, reader, now }: ClockSectionProps) {
  const { all, weeks } = clocks;
  const { locale } = reader;
  const isLate = all.leads > 0 && (all.sales.median ?? Infinity) > RESPONSE_WINDOW_SECONDS;
  const untried = all.untried > 0 && `${formatNumber(all.untried, locale)} without an attempt`;
  const took = slower(all);
  return (
    <Section
      title="Two clocks"
      aside={`median of ${formatCount(all.leads, "lead", "leads", locale)}, nights and weekends included`}
      className="mt-7"
    >
      <div className="mb-4.5 grid grid-cols-2 gap-x-6.5 gap-y-5 md:grid-cols-4">
        <Stat
          label="Marketing, capture to routing"
          value={spreadWords(all.marketing.median, all.leads)}
          detail={ninthWords(all.marketing.ninth, all.leads)}
        />
        <Stat
          label="Sales, routing to first attempt"
          value={spreadWords(all.sales.median, all.leads)}
          detail={[ninthWords(all.sales.ninth, all.leads), untried].filter(Boolean).join(", ")}
          tone={isLate ? "bad" : "calm"}
        />
        <Stat
          label="Both, capture to first attempt"
          value={spreadWords(all.whole.median, all.leads)}
          detail={took && `most of it ${took === "sales" ? "sales’" : "marketing’s"}`}
        />
        <HeldStat clocks={clocks} locale={locale} />
      </div>
      <ClockTable rows={weeks.toReversed().map((week) => clockLine(week, reader, now))} />
    </Section>
  );
}

function HeldStat({ clocks: { held }, locale }: { clocks: TwoClocks; locale: string }) {
  const { median, longest } = held;
  const waited =
    median !== null &&
    longest !== null &&
    `half for more than ${formatWait(median)}, the longest ${formatWait(longest)}`;
  return (
    <Stat
      label="Still at the gate, in no clock yet"
      value={formatNumber(held.leads, locale)}
      detail={waited}
    />
  );
}
