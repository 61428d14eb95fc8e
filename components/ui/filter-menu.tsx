"use client";

import { ChevronDown } from "lucide-react";
import { classNames } from "./class-names";
import { Menu, MenuLink } from "./menu";

type FilterMenuProps = {
  /** How it reads while nothing is chosen, and where nothing is. */
  all: { words: string; href: string };
  chosen: string | null;
  choices: readonly { words: string; href: string; count: string | undefined }[];
};

/** A filter of several values, each with how many leads it leaves; the choice lives in the address. */
export function FilterMenu({ all, chosen, choices }: FilterMenuProps) {
  return (
    <Menu
      triggerClassName={classNames(
        "inline-flex min-h-6 max-w-64 items-center gap-1 rounded-full border bg-surface px-2.5 py-[2px] text-small/4.5 whitespace-nowrap transition-colors hover:bg-hover pointer-coarse:min-h-11",
        chosen ? "border-ink font-medium text-ink" : "border-line-strong text-soft hover:text-ink",
      )}
      trigger={
        <>
          <bdi className="truncate">{chosen ?? all.words}</bdi>
          <ChevronDown aria-hidden="true" className="size-3.5 shrink-0" />
        </>
      }
    >
      <MenuLink href={all.href}>{all.words}</MenuLink>
      {choices.map(({ words, href, count }) => (
        <MenuLink key={href} href={href}>
          <bdi className="max-w-72 min-w-0 flex-1 truncate">{words}</bdi>
          <span className="num text-faint">{count}</span>
        </MenuLink>
      ))}
    </Menu>
  );
}
