import { classNames } from "../ui/class-names";
import type { ColumnLook } from "./column-look";

const phonePlaces = {
  main: "at-main",
  side: "at-side",
  tier: "at-tier",
  there: "at-there",
  under: "at-under",
  underTall: "at-under-tall",
  underSide: "at-under-side",
  last: "at-last",
  lastSide: "at-last-side",
} as const;

const column = (look: ColumnLook) =>
  classNames(
    look.align === "end" && "cell-end",
    look.wideOnly && "roomy:max-xl:hidden",
    look.grow && "cell-grow",
  );

/** What a column's look asks of its header. */
export const headClasses = (look: ColumnLook): string =>
  // A phone keeps what can be pressed of the header; the rest stays for screen readers.
  classNames("head", column(look), !look.sort && "narrow:sr-only", look.width);

/** What a column's look asks of its cells. */
export const cellClasses = (look: ColumnLook): string =>
  classNames(
    "cell",
    column(look),
    look.cut && "truncate print:whitespace-normal",
    look.phone ? phonePlaces[look.phone] : "narrow:hidden",
  );
