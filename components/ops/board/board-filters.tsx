import { ANSWER_FILTER_NAMES, ANSWER_FILTERS } from "@/lib/documentation/board/answers";
import type { Facets } from "@/lib/documentation/board/facets/facets";
import { type BoardFilter, boardQuery } from "@/lib/documentation/board/filter";
import { opsAddress } from "@/lib/platform/address";
import { formatNumber } from "@/lib/platform/format-number";
import { FIELDS, fieldDefinition } from "@/lib/standard/categories";
import { FilterChip } from "../../ui/chip";
import { FilterMenu } from "../../ui/filter-menu";

const gaps = FIELDS.filter(({ id }) => id.startsWith("C1.") || id.startsWith("C2."));

type BoardFiltersProps = {
  filter: BoardFilter;
  /** Null while they are counted. */
  facets: Facets | null;
  locale: string;
};

/** Narrows Pending Enrichment: to MQLs, a missing field, a provider's answer, a channel (G.1). */
export function BoardFilters({ filter, facets, locale }: BoardFiltersProps) {
  const { missing, answer, channel, mql } = filter;
  const hrefWith = (change: Partial<BoardFilter>) =>
    opsAddress(boardQuery({ ...filter, cursor: null, ...change }));
  const counted = (count: number | undefined) =>
    facets ? formatNumber(count ?? 0, locale) : undefined;
  const missable = gaps.filter(({ id, level }) =>
    facets ? facets.missing[id] || id === missing : level === "required",
  );
  const channels = facets?.channels ?? [];
  return (
    <div className="flex flex-wrap items-center gap-1.5 py-2">
      <FilterChip href={hrefWith({ mql: !mql })} current={mql}>
        MQLs, losing time
      </FilterChip>
      <FilterMenu
        all={{ words: "Any field missing", href: hrefWith({ missing: null }) }}
        chosen={missing && `${fieldDefinition(missing).label} missing`}
        choices={missable.map(({ id, label }) => ({
          words: label,
          href: hrefWith({ missing: id }),
          count: counted(facets?.missing[id]),
        }))}
      />
      <FilterMenu
        all={{ words: "Any answer", href: hrefWith({ answer: null }) }}
        chosen={answer && ANSWER_FILTERS[answer].label}
        choices={ANSWER_FILTER_NAMES.map((name) => ({
          words: ANSWER_FILTERS[name].label,
          href: hrefWith({ answer: name }),
          count: counted(facets?.answers[name]),
        }))}
      />
      <FilterMenu
        all={{ words: "Any channel", href: hrefWith({ channel: null }) }}
        chosen={channel}
        choices={channels.map(({ channel: name, count }) => ({
          words: name,
          href: hrefWith({ channel: name }),
          count: counted(count),
        }))}
      />
    </div>
  );
}
