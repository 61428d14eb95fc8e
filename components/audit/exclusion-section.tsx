import { trailSettingsAddress } from "@/lib/platform/address";
import { formatNumber, formatPercent } from "@/lib/platform/format-number";
import type { ExclusionLine } from "@/lib/trail/counts/report";
import { Section } from "../ui/section";
import { ExclusionTable } from "./exclusion-table";

type ExclusionSectionProps = { lines: readonly ExclusionLine[]; locale: string };

/** What was left out of trails in the last 30 days, rule by rule (X.6). */
export function ExclusionSection({ lines, locale }: ExclusionSectionProps) {
  const rows = lines.map(({ count, share, before, broughtBack, ...line }) => ({
    ...line,
    count: formatNumber(count, locale),
    share: share === null ? "by age" : formatPercent(share, locale),
    before: formatNumber(before, locale),
    broughtBack: formatNumber(broughtBack, locale),
  }));
  const odd = lines.filter(({ suspicious }) => suspicious).length;
  return (
    <Section
      title="Left out of trails"
      aside={
        <>
          last 30 days,{" "}
          <a href={trailSettingsAddress()} className="underline underline-offset-3">
            the rules
          </a>
        </>
      }
    >
      <ExclusionTable rows={rows} />
      {odd > 0 && (
        <p className="mt-2 text-small text-soft">
          A rule to look at left out twice as much as in the 30 days before, or people bring back
          much of what it leaves out.
        </p>
      )}
    </Section>
  );
}
