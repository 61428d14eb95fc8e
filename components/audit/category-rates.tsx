import { Stat } from "@/components/ui/stat";
import type { CategoryReport } from "@/lib/audit/report";
import { formatPercent, formatPercentRange, formatSigned } from "@/lib/platform/format-number";

/** 'bad' only where it is sure: the whole interval lies below the target, or the news is a fall. */
function isBad({ rate, target, change }: CategoryReport): boolean {
  return (change ?? 0) < 0 || (rate !== null && target !== null && rate.high < target);
}

function detail({ rate, target, change }: CategoryReport, locale: string): string {
  if (!rate) return "no handoffs";
  const between = formatPercentRange(rate.low, rate.high, locale);
  if (change !== null) return `${between}, ${formatSigned(change * 100, locale)} points in 4 weeks`;
  return target === null ? between : `${between}, target ${formatPercent(target, locale)}`;
}

/** The five rates in a row, each with its interval: a number alone hides how sure it is (A.3). */
export function CategoryRates({ reports, locale }: { reports: CategoryReport[]; locale: string }) {
  return (
    <div className="my-4.5 grid grid-cols-2 gap-x-6.5 gap-y-5 md:grid-cols-5">
      {reports.map((report) => (
        <Stat
          key={report.key}
          label={report.label}
          value={report.rate ? formatPercent(report.rate.rate, locale) : "–"}
          detail={detail(report, locale)}
          tone={isBad(report) ? "bad" : "calm"}
        />
      ))}
    </div>
  );
}
