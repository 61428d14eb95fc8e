import { keysOf } from "@/lib/platform/keys-of";
import { firstOf, oneOf, type SearchParams } from "@/lib/platform/search-params";

/** The lists that a rep has: what waits for a decision, and what was decided. */
export const QUEUE_LISTS = { open: "Open", accepted: "Accepted", returned: "Rejected" } as const;
export type QueueList = keyof typeof QUEUE_LISTS;

/** What an open list can be narrowed to; several at once narrow it further. */
export const QUEUE_FILTERS = {
  due: "Due or late",
  tier1: "Tier 1",
  rising: "Rising",
  warm: "Warm",
  tried: "Tried",
} as const;
export type QueueFilter = keyof typeof QUEUE_FILTERS;

const QUEUE_ORDERS = ["left", "lead", "company", "tier", "score", "documented", "decided"] as const;
type QueueOrder = (typeof QUEUE_ORDERS)[number];

/** What the open list can show of a lead beside its name, which is always there. */
export const QUEUE_COLUMNS = {
  left: "Left",
  company: "Company",
  trigger: "Why now",
  tier: "Tier",
  score: "Score",
  documented: "Documented",
  there: "Their time",
} as const;
type QueueColumn = keyof typeof QUEUE_COLUMNS;
const EVERY_COLUMN = keysOf(QUEUE_COLUMNS);

/** Rows that come with the page: what a screen shows. The others follow as one scrolls to them. */
export const FIRST_ROWS = 15;
/** Rows that are fetched at a time: so many at least, and at most. */
export const MORE_ROWS = 100;
export const ROWS_AT_ONCE = 2_000;
/** Rows that are fetched at most where somebody comes back to one far down. */
export const MOST_ROWS = 10_000;

/**
 * One view of the queue, as its address says it. `asOf` holds the list still while one walks
 * through it (Q.1): the list as it stood at that moment, in the order it had.
 */
export type QueueView = {
  list: QueueList;
  filters: readonly QueueFilter[];
  sort: { by: QueueOrder; direction: "ascending" | "descending" };
  columns: readonly QueueColumn[];
  asOf: Date | null;
};

function parseOrder(value: string | undefined, list: QueueList): QueueView["sort"] {
  const by = oneOf(QUEUE_ORDERS, value?.replace(/^-/, ""));
  if (by) return { by, direction: value?.startsWith("-") ? "descending" : "ascending" };
  return list === "open"
    ? { by: "left", direction: "ascending" }
    : { by: "decided", direction: "descending" };
}

/** `cursor=1780480795000`: the list as it stood then, epoch milliseconds. */
function parseMoment(value: string | undefined, now: Date): Date | null {
  if (!/^\d{1,15}$/.test(value ?? "")) return null;
  const asOf = new Date(Number(value));
  return asOf > now ? null : asOf;
}

/** `columns=left,score`: those alone, in their own order; all of them where nothing is said. */
function parseColumns(value: string | undefined): readonly QueueColumn[] {
  if (value === undefined) return EVERY_COLUMN;
  const asked = value.split(",");
  return EVERY_COLUMN.filter((each) => asked.includes(each));
}

/** Reads a view from an address; whatever it does not know counts as not said. */
export function parseView(search: SearchParams, now: Date): QueueView {
  const list = oneOf(Object.keys(QUEUE_LISTS) as QueueList[], firstOf(search.list)) ?? "open";
  const asked = (firstOf(search.only) ?? "").split(",");
  return {
    list,
    filters: (Object.keys(QUEUE_FILTERS) as QueueFilter[]).filter((each) => asked.includes(each)),
    sort: parseOrder(firstOf(search.sort), list),
    columns: parseColumns(firstOf(search.columns)),
    asOf: parseMoment(firstOf(search.cursor), now),
  };
}

/**
 * The address's parameters of a view; what is as usual is left out. The list is always named: an
 * address that says nothing stands for whatever the rep chose to begin with.
 */
export function viewQuery(view: QueueView): Record<string, string | null> {
  const { list, filters, sort, columns, asOf } = view;
  const usual = parseOrder(undefined, list);
  const isUsual = sort.by === usual.by && sort.direction === usual.direction;
  return {
    list,
    only: filters.join(","),
    sort: isUsual ? null : `${sort.direction === "descending" ? "-" : ""}${sort.by}`,
    columns: columns.length === EVERY_COLUMN.length ? null : columns.join(",") || "none",
    cursor: asOf && String(asOf.getTime()),
  };
}

/** The view with a filter added, or taken away where it was in force, of the list as it is now. */
export function toggled(view: QueueView, filter: QueueFilter): QueueView {
  const filters = view.filters.includes(filter)
    ? view.filters.filter((each) => each !== filter)
    : [...view.filters, filter];
  return { ...view, filters, asOf: null };
}

/** The view with a column added, or taken away where it was shown. */
export function withColumn(view: QueueView, column: QueueColumn): QueueView {
  const shown = new Set(view.columns);
  if (!shown.delete(column)) shown.add(column);
  return { ...view, columns: EVERY_COLUMN.filter((each) => shown.has(each)), asOf: null };
}

/** The parameters that make a view what it is, whatever its moment: what a saved view keeps. */
export function lastingQuery(view: QueueView): Record<string, string | null> {
  return viewQuery({ ...view, asOf: null });
}

/** All of what is open, the most urgent first: as a queue opens (Q.1). */
export const isByUrgency = ({ list, sort, filters }: QueueView): boolean =>
  list === "open" && sort.by === "left" && sort.direction === "ascending" && filters.length === 0;
