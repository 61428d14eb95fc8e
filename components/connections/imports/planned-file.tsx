import { fieldsOf } from "@/lib/intake/csv/columns";
import { DELIMITER_WORDS } from "@/lib/intake/csv/dialect";
import { fieldLabel } from "@/lib/intake/imports/field-labels";
import { IMPORT_TARGETS } from "@/lib/intake/imports/plan";
import type { Preview } from "@/lib/intake/imports/preview";
import { importAddress } from "@/lib/platform/address";
import { formatNumber } from "@/lib/platform/format-number";
import { PageHeader } from "../../shell/page-header";
import { TabLinks } from "../../ui/tab-links";
import { WarnBar } from "../../ui/warn-bar";
import { MappingForm } from "./mapping-form";

const NAMES = { leads: "Leads", activities: "Activities", outcomes: "Outcomes" };

/** An uploaded file before it is imported: what it holds, and what its columns become. */
export function PlannedFile({ preview, locale }: { preview: Preview; locale: string }) {
  const { file, fileName, target, said, why, columns, gap } = preview;
  const left = target === "outcomes" ? "Keep as a detail" : "Leave out";
  const fields = fieldsOf(target).map((field) => ({ value: field, label: fieldLabel(field) }));
  const size = formatNumber(preview.bytes / 1024, locale, preview.bytes < 10_240 ? 1 : 0);
  return (
    <>
      <PageHeader
        title={`Import ${fileName}`}
        count={`${columns.length} columns, ${size} kB, ${preview.encoding}, ${DELIMITER_WORDS[preview.delimiter]}`}
      />
      <TabLinks
        label="What the file holds"
        tabs={IMPORT_TARGETS.map((one) => ({
          href: importAddress({ file, as: one }),
          label: NAMES[one],
          current: one === target,
        }))}
      />
      <div className="my-3 flex flex-col gap-3">
        {!said && <p className="text-small text-soft">{`Taken for ${target}, ${why}.`}</p>}
        {gap && (
          <WarnBar tone="warn" lead="One more column is needed">
            {gap}
          </WarnBar>
        )}
      </div>
      <MappingForm
        key={target}
        file={file}
        target={target}
        columns={columns}
        options={[{ value: "", label: left }, ...fields]}
      />
    </>
  );
}
