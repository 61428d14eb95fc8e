"use client";

import { usePathname, useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import { classNames } from "../ui/class-names";
import { PlainLink } from "../ui/plain-link";
import { cellClasses } from "./cell-classes";
import type { ColumnLook } from "./column-look";
import { type Sort, sortedQuery } from "./sorting";

type HeaderCellProps = {
  id: string;
  look: ColumnLook;
  sort: Sort | undefined;
  children: ReactNode;
};

export function HeaderCell({ id, look, sort, children }: HeaderCellProps) {
  const inForce = sort?.by === id ? sort.direction : undefined;
  return (
    <th
      scope="col"
      aria-sort={inForce ?? (look.sort ? "none" : undefined)}
      className={classNames(
        "border-b border-line bg-paper py-[5px] text-label font-medium text-faint whitespace-nowrap roomy:sticky roomy:top-(--table-top,0px) roomy:z-10",
        "narrow:border-0 narrow:px-0 roomy:px-2.5",
        // A phone keeps what can be pressed of the header; the rest stays for screen readers.
        !look.sort && "narrow:sr-only",
        look.width,
        cellClasses(look, "header"),
      )}
    >
      {look.sort ? (
        <SortLink id={id} first={look.sort} sort={sort} arrowFirst={look.align === "end"}>
          {children}
        </SortLink>
      ) : (
        <span className={look.quietHeader ? "sr-only" : undefined}>{children}</span>
      )}
    </th>
  );
}

type SortLinkProps = Pick<HeaderCellProps, "id" | "sort" | "children"> & {
  first: Sort["direction"];
  arrowFirst: boolean;
};

function SortLink({ id, first, sort, arrowFirst, children }: SortLinkProps) {
  const path = usePathname();
  const query = sortedQuery(new URLSearchParams(useSearchParams()), id, first, sort);
  const inForce = sort?.by === id ? sort.direction : undefined;
  return (
    <PlainLink
      href={`${path}?${query}`}
      scroll={false}
      className={classNames(
        "group inline-flex min-h-6 items-center gap-1 hover:text-ink pointer-coarse:min-h-9",
        inForce && "text-ink",
        // The label keeps the edge that its numbers stand at.
        arrowFirst && "roomy:flex-row-reverse",
      )}
    >
      {children}
      <span aria-hidden="true" className={inForce ? undefined : "invisible group-hover:visible"}>
        {(inForce ?? first) === "descending" ? "↓" : "↑"}
      </span>
    </PlainLink>
  );
}
