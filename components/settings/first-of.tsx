import type { ReactNode } from "react";
import { formatCount } from "@/lib/platform/format-number";

type FirstOfProps = {
  title: string;
  /** How many of `all` the children show. */
  shown: number;
  all: number;
  locale: string;
  /** A list item each. */
  children: ReactNode;
};

/** The first leads that settings on trial would touch, and how many more there are. */
export function FirstOf({ title, shown, all, locale, children }: FirstOfProps) {
  if (shown === 0) return null;
  return (
    <>
      <h3 className="mt-4 mb-1 text-label font-semibold text-soft">{title}</h3>
      <ul className="text-small">{children}</ul>
      {all > shown && (
        <p className="mt-1 text-small text-faint">
          and {formatCount(all - shown, "other", "others", locale)}
        </p>
      )}
    </>
  );
}
