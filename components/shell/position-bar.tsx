import type { ReactNode } from "react";
import { ButtonLink } from "../ui/button-link";

type PositionBarProps = {
  /** The list one came from, as it was filtered. */
  back: { href: string; label: string };
  /** The place in it, "7 of 23"; left out when the page was reached some other way. */
  position?: string;
  previousHref?: string;
  nextHref?: string;
  /** The clock and the buttons of the page. */
  children?: ReactNode;
};

/** Where one is in a list: "Queue", "7 of 23", with the one before and the one after (Q.1). */
export function PositionBar({
  back,
  position,
  previousHref,
  nextHref,
  children,
}: PositionBarProps) {
  return (
    <div className="z-20 -mx-4 flex min-h-[46px] flex-wrap items-center gap-x-2.5 gap-y-2 bg-paper px-4 py-1.5 text-small text-soft md:sticky md:top-0 md:-mx-7 md:px-7 print:static">
      <nav aria-label="Place in the list" className="flex items-center gap-2.5 print:hidden">
        <a
          href={back.href}
          className="inline-flex min-h-6 items-center hover:text-ink pointer-coarse:min-h-11"
        >
          {back.label}
        </a>
        {position && <span className="num text-faint">{position}</span>}
        <span className="inline-flex gap-1">
          {previousHref && (
            <ButtonLink href={previousHref} variant="bare" kbd="K" className="px-2">
              <span aria-hidden="true">↑</span>
              <span className="sr-only">Previous</span>
            </ButtonLink>
          )}
          {nextHref && (
            <ButtonLink href={nextHref} variant="bare" kbd="J" className="px-2">
              <span aria-hidden="true">↓</span>
              <span className="sr-only">Next</span>
            </ButtonLink>
          )}
        </span>
      </nav>
      {children && <div className="flex flex-wrap items-center gap-2.5 md:ml-auto">{children}</div>}
    </div>
  );
}
