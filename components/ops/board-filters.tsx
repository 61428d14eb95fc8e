import { ChevronDown } from "lucide-react";
import { type BoardFilter, boardQuery } from "@/lib/documentation/board/filter";
import { opsAddress } from "@/lib/platform/address";
import { CATEGORIES, fieldDefinition } from "@/lib/standard/categories";
import { FilterChip } from "../ui/chip";
import { classNames } from "../ui/class-names";
import { Menu, MenuLink } from "../ui/menu";

const missable = CATEGORIES.filter(({ id }) => id === "C1" || id === "C2").flatMap(({ fields }) =>
  fields.filter(({ level }) => level === "required"),
);

/** Narrows Pending Enrichment to MQLs, or to one missing field. */
export function BoardFilters({ filter }: { filter: BoardFilter }) {
  const hrefWith = (change: Partial<BoardFilter>) =>
    opsAddress(boardQuery({ ...filter, cursor: null, ...change }));
  const { missing, mql } = filter;
  return (
    <div className="flex flex-wrap items-center gap-1.5 py-2">
      <FilterChip href={hrefWith({ mql: !mql })} current={mql}>
        MQLs, losing time
      </FilterChip>
      <Menu
        triggerClassName={classNames(
          "inline-flex min-h-6 items-center gap-1 rounded-full border bg-surface px-2.5 py-[2px] text-small/4.5 whitespace-nowrap transition-colors hover:bg-hover pointer-coarse:min-h-9",
          missing
            ? "border-ink font-medium text-ink"
            : "border-line-strong text-soft hover:text-ink",
        )}
        trigger={
          <>
            {missing ? `${fieldDefinition(missing).label} missing` : "Any field missing"}
            <ChevronDown aria-hidden="true" className="size-3.5" />
          </>
        }
      >
        <MenuLink href={hrefWith({ missing: null })}>Any field</MenuLink>
        {missable.map(({ id, label }) => (
          <MenuLink key={id} href={hrefWith({ missing: id })}>
            {label}
          </MenuLink>
        ))}
      </Menu>
    </div>
  );
}
