"use client";

import { usePathname, useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import { classNames } from "../ui/class-names";
import { headClasses } from "./column-classes";
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
      className={headClasses(look)}
    >
      {look.sort ? (
        <SortLink id={id} first={look.sort} sort={sort} arrowFirst={look.align === "end"}>
          {children}
        </SortLink>
      ) : look.quietHeader ? (
        <span className="sr-only">{children}</span>
      ) : (
        children
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
  return (
    <a
      href={`${path}?${query}`}
      data-in-place=""
      data-first={first}
      className={classNames(
        "sort-link",
        // The label keeps the edge that its numbers stand at.
        arrowFirst && "roomy:flex-row-reverse",
      )}
    >
      {children}
    </a>
  );
}
