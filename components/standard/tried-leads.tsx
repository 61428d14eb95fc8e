import { standardAddress } from "@/lib/platform/address";
import { formatCount } from "@/lib/platform/format-number";
import { fieldDefinition } from "@/lib/standard/categories";
import type { Trial } from "@/lib/standard/versions/trial";
import { TRIED_LISTS, type TriedList } from "@/lib/written-standard/trial/lists";
import { PageLinks } from "../table/page-links";
import { FilterChip } from "../ui/chip";
import { Section } from "../ui/section";
import type { TriedLine } from "./tried-line";
import { TriedTable } from "./tried-table";

type TriedLeadsProps = {
  list: TriedList;
  trial: Trial;
  lines: TriedLine[];
  total: number;
  before: number;
  locale: string;
};

/** The leads themselves: newly held, let through, or all that the draft holds (D.3). */
export function TriedLeads({ list, trial, lines, total, before, locale }: TriedLeadsProps) {
  const { show, field, page } = list;
  const hrefOf = (query: Partial<Record<"leads" | "field" | "page", string | number | null>>) =>
    `${standardAddress({ show: "draft", leads: show, field, ...query })}#tried`;
  const counts = { more: trial.more, fewer: trial.fewer, held: trial.heldByDraft };
  const title = field ? `Held by ${fieldDefinition(field).label}` : TRIED_LISTS[show];
  const leads = formatCount(total, "lead", "leads", locale);
  return (
    <div id="tried" className="mt-10 scroll-mt-4">
      <Section title="The leads themselves">
        <div className="mb-2 flex flex-wrap gap-1.5">
          {(Object.keys(TRIED_LISTS) as (keyof typeof TRIED_LISTS)[]).map((key) => (
            <FilterChip
              key={key}
              href={hrefOf({ leads: key, field: null })}
              current={show === key && !field}
              count={counts[key]}
            >
              {TRIED_LISTS[key]}
            </FilterChip>
          ))}
          {field && (
            <FilterChip href={hrefOf({ field: null })} current>
              {title} <span aria-hidden="true">×</span>
              <span className="sr-only">, take away</span>
            </FilterChip>
          )}
        </div>
        <TriedTable label={title} lines={lines} total={total} before={before} />
        {total > lines.length && (
          <PageLinks
            text={`${before + 1}–${before + lines.length} of ${leads}`}
            previousHref={page > 1 ? hrefOf({ page: page - 1 }) : undefined}
            nextHref={before + lines.length < total ? hrefOf({ page: page + 1 }) : undefined}
          />
        )}
      </Section>
    </div>
  );
}
