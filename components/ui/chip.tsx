import type { ReactNode } from "react";

/** A small fact that can be neither pressed nor followed. */
export function Chip({ children }: { children: ReactNode }) {
  return <span className="chip">{children}</span>;
}

type FilterChipProps = { href: string; current: boolean; count?: number; children: ReactNode };

/** A filter that lives in the address: a link, marked when it is the one in force. */
export function FilterChip({ href, current, count, children }: FilterChipProps) {
  return (
    <a href={href} data-in-place="" aria-current={current ? "true" : undefined} className="chip">
      {children}
      {count !== undefined && <span className="num text-faint">{count}</span>}
    </a>
  );
}
