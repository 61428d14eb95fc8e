import type { ImportProgress } from "@/lib/intake/imports/view";
import { formatNumber } from "@/lib/platform/format-number";
import { Stat } from "../../ui/stat";

type RowCountsProps = { progress: ImportProgress; locale: string };

/** What became of the rows so far. */
export function RowCounts({ progress, locale }: RowCountsProps) {
  const number = (value: number) => formatNumber(value, locale);
  return (
    <div className="grid grid-cols-2 gap-x-8 gap-y-5 md:grid-cols-4 lg:max-w-[760px]">
      <Stat label="New" value={number(progress.new)} />
      <Stat label="Changed" value={number(progress.changed)} />
      <Stat label="Unchanged" value={number(progress.unchanged)} />
      <Stat
        label="Refused"
        value={number(progress.refused)}
        tone={progress.refused > 0 ? "bad" : "calm"}
      />
    </div>
  );
}
