import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { PlainLink } from "./plain-link";

const look =
  "inline-flex min-h-6 items-center gap-1.5 rounded-full border px-2.5 py-[2px] text-small/4.5 whitespace-nowrap pointer-coarse:min-h-9";

/** A small fact that can be neither pressed nor followed. */
export function Chip({ children }: { children: ReactNode }) {
  return (
    <span className={classNames(look, "border-line-strong bg-surface text-soft")}>{children}</span>
  );
}

type FilterChipProps = { href: string; current: boolean; count?: number; children: ReactNode };

/** A filter that lives in the address: a link, marked when it is the one in force. */
export function FilterChip({ href, current, count, children }: FilterChipProps) {
  return (
    <PlainLink
      href={href}
      scroll={false}
      aria-current={current ? "true" : undefined}
      className={classNames(
        look,
        "transition-colors",
        current
          ? "border-ink bg-surface font-medium text-ink"
          : "border-line-strong bg-surface text-soft hover:bg-hover hover:text-ink",
      )}
    >
      {children}
      {count !== undefined && <span className="num text-faint">{count}</span>}
    </PlainLink>
  );
}
