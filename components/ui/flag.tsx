import type { ReactNode } from "react";

/** What marketing wants the rep to know, in a few words (C5.4). */
export function Flag({ children }: { children: ReactNode }) {
  return (
    <span className="inline-block rounded-[5px] bg-mark px-[7px] py-px text-small text-ink forced-colors:border">
      {children}
    </span>
  );
}
