import { LEAST_TIMED, type Writing, writingTime } from "@/lib/audit/minute/minute";
import { formatDuration } from "@/lib/platform/format";
import {
  formatCount,
  formatNumber,
  formatPercent,
  formatPercentRange,
} from "@/lib/platform/format-number";
import { rateOf } from "@/lib/statistics/rate";
import { Section } from "../ui/section";
import { Stat } from "../ui/stat";

const FEW = "Not enough data";

/** How long summaries take and what becomes of the drafts, for the team and never for one person. */
export function WritingSection({ writing, locale }: { writing: Writing; locale: string }) {
  const { summaries, timed, drafted, kept, asDrafted, handoffs, unseen } = writing;
  const time = writingTime(writing);
  const out = rateOf(unseen, handoffs);
  const of = `${formatNumber(timed, locale)} of ${formatCount(summaries, "summary", "summaries", locale)} timed`;
  return (
    <Section title="The minute a summary takes" aside="the whole team" className="mt-7">
      <div className="grid grid-cols-2 gap-x-6.5 gap-y-5 md:grid-cols-4">
        <Stat
          label="Opening to saving"
          value={time ? formatDuration(time.median) : FEW}
          detail={
            time
              ? `nine in ten within ${formatDuration(time.ninth)}, ${of}`
              : `${of}, from ${LEAST_TIMED} on`
          }
        />
        <Stat
          label="Summaries in an hour of writing"
          value={time ? formatNumber(Math.round(time.perHour), locale) : FEW}
        />
        <Stat
          label="Kept of the draft"
          value={drafted >= LEAST_TIMED && kept !== null ? formatPercent(kept / 100, locale) : FEW}
          detail={`half kept more, ${formatNumber(asDrafted, locale)} approved as drafted`}
        />
        <Stat
          label="Went out with an unedited draft"
          value={out ? formatPercent(out.rate, locale) : "–"}
          detail={
            out &&
            `${formatNumber(unseen, locale)} of ${formatNumber(handoffs, locale)}, ${formatPercentRange(out.low, out.high, locale)}`
          }
        />
      </div>
    </Section>
  );
}
