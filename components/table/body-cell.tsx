import type { ReactNode } from "react";
import { classNames } from "../ui/class-names";
import { PlainLink } from "../ui/plain-link";
import { cellClasses } from "./cell-classes";
import type { ColumnLook } from "./column-look";

type BodyCellProps = { look: ColumnLook; href: string | undefined; children: ReactNode };

export function BodyCell({ look, href, children }: BodyCellProps) {
  return (
    <td className={classNames("cell", cellClasses(look, "body"))}>
      {look.rowLink && href ? (
        <PlainLink href={href} data-row-link="" className="row-link">
          {children}
        </PlainLink>
      ) : (
        children
      )}
    </td>
  );
}
