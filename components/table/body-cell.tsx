import type { ReactNode } from "react";
import { classNames } from "../ui/class-names";
import { PlainLink } from "../ui/plain-link";
import { cellClasses } from "./cell-classes";
import type { ColumnLook } from "./column-look";

type BodyCellProps = { look: ColumnLook; href: string | undefined; children: ReactNode };

// The row's link covers the row; whatever else can be pressed in it lies above.
const pressables =
  "[&_a:not([data-row-link])]:relative [&_a:not([data-row-link])]:z-1 [&_button]:relative [&_button]:z-1 [&_input]:relative [&_input]:z-1";

export function BodyCell({ look, href, children }: BodyCellProps) {
  return (
    <td
      className={classNames(
        "min-w-0 align-middle narrow:p-0 roomy:border-b roomy:border-line roomy:px-2.5 roomy:max-w-[300px] roomy:py-2 roomy:whitespace-nowrap",
        pressables,
        cellClasses(look, "body"),
      )}
    >
      {look.rowLink && href ? (
        <PlainLink
          href={href}
          data-row-link=""
          className="block after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
        >
          {children}
        </PlainLink>
      ) : (
        children
      )}
    </td>
  );
}
