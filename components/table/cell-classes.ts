import { classNames } from "../ui/class-names";
import type { ColumnLook } from "./column-look";

const phonePlaces = {
  main: "narrow:col-start-1 narrow:row-start-1",
  side: "narrow:col-start-2 narrow:row-start-1 narrow:text-right",
  under: "narrow:col-span-1 narrow:col-start-1 narrow:row-start-2",
  underTall: "narrow:col-span-1 narrow:col-start-1 narrow:row-start-2 narrow:row-span-2",
  underSide: "narrow:col-start-2 narrow:row-start-2 narrow:text-right",
  lastSide: "narrow:col-start-2 narrow:row-start-3 narrow:text-right",
} as const;

/** What a column's look asks of its cells and of its header. */
export function cellClasses(look: ColumnLook, part: "header" | "body"): string {
  const phone = look.phone ? phonePlaces[look.phone] : "narrow:hidden";
  return classNames(
    look.align === "end" ? "num roomy:text-right" : "text-left",
    look.wideOnly && "roomy:max-xl:hidden",
    look.grow && "roomy:w-full roomy:max-w-0! roomy:truncate print:whitespace-normal!",
    part === "body" && phone,
  );
}
