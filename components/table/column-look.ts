import { createColumnHelper, metaHelper, type RowData, tableFeatures } from "@tanstack/react-table";

type PhonePlace =
  | "main"
  | "side"
  | "tier"
  | "there"
  | "under"
  | "underTall"
  | "underSide"
  | "last"
  | "lastSide";

/** How one column stands in the table; DataTable reads it, TanStack only carries it. */
export type ColumnLook = {
  /** Numbers and times stand at the end. */
  align?: "end";
  /** Takes what width is left and cuts its text; one column at most. What is cut comes up whole on hover. */
  grow?: boolean;
  /** Its width where the table does not fit itself to its rows: a class such as `roomy:w-20`. */
  width?: string;
  /** Its text is cut where it must be, likewise. */
  cut?: boolean;
  /** Its content becomes the link to the row's page. One column: the one that names the row. */
  rowLink?: boolean;
  /** Its header sorts on the server; the way that the first press takes. */
  sort?: "ascending" | "descending";
  /** Left out below 1280 px. */
  wideOnly?: boolean;
  /**
   * Its place in the block that a row becomes under 1024 px; without one it is left out there.
   * `underTall` leaves room for two at its side: `underSide` and `lastSide`; `tier`, with its word,
   * and `there` share the line below `side`.
   */
  phone?: PhonePlace;
  /** The header is for screen readers only. */
  quietHeader?: boolean;
};

// Sorting, filtering and paging are the server's: no feature of TanStack's is needed, and none shipped.
export const features = tableFeatures({ columnMeta: metaHelper<ColumnLook>() });

/** Defines a table's columns, at module scope: `const column = columnsOf<QueueRow>()`. */
export function columnsOf<Row extends RowData>() {
  return createColumnHelper<typeof features, Row>();
}
