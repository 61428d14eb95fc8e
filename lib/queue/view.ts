/** The lists that a rep has: what waits for a decision, and what was decided. */
export const QUEUE_LISTS = { open: "Open", accepted: "Accepted", returned: "Sent back" } as const;
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

export const QUEUE_ORDERS = ["left", "lead", "tier", "score", "documented", "decided"] as const;
export type QueueOrder = (typeof QUEUE_ORDERS)[number];

/** How many rows a page has. */
export const PAGE_SIZE = 50;

/**
 * One view of the queue, as its address says it. `asOf` holds the list still while one walks
 * through it (Q.1): the list as it stood at that moment, in the order it had.
 */
export type QueueView = {
  list: QueueList;
  filters: readonly QueueFilter[];
  sort: { by: QueueOrder; direction: "ascending" | "descending" };
  page: number;
  asOf: Date | null;
};

type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);
const known = <T extends string>(list: readonly T[], value: string | undefined) =>
  list.find((each) => each === value);

function parseOrder(value: string | undefined, list: QueueList): QueueView["sort"] {
  const by = known(QUEUE_ORDERS, value?.replace(/^-/, ""));
  if (by) return { by, direction: value?.startsWith("-") ? "descending" : "ascending" };
  return list === "open"
    ? { by: "left", direction: "ascending" }
    : { by: "decided", direction: "descending" };
}

/** `cursor=1780480795000.3`: the third page of the list as it stood then. Epoch milliseconds. */
function parseCursor(value: string | undefined, now: Date): Pick<QueueView, "page" | "asOf"> {
  const [, moment, page] = /^(\d{1,15})\.(\d{1,4})$/.exec(value ?? "") ?? [];
  const asOf = new Date(Number(moment));
  if (!moment || asOf > now) return { page: 1, asOf: null };
  return { page: Math.max(1, Number(page)), asOf };
}

/** Reads a view from an address; whatever it does not know counts as not said. */
export function parseView(search: SearchParams, now: Date): QueueView {
  const list = known(Object.keys(QUEUE_LISTS) as QueueList[], one(search.list)) ?? "open";
  const asked = (one(search.only) ?? "").split(",");
  return {
    list,
    filters: (Object.keys(QUEUE_FILTERS) as QueueFilter[]).filter((each) => asked.includes(each)),
    sort: parseOrder(one(search.sort), list),
    ...parseCursor(one(search.cursor), now),
  };
}

/** The address's parameters of a view; what is as usual is left out. */
export function viewQuery(view: QueueView): Record<string, string | null> {
  const { list, filters, sort, page, asOf } = view;
  const usual = parseOrder(undefined, list);
  const isUsual = sort.by === usual.by && sort.direction === usual.direction;
  return {
    list: list === "open" ? null : list,
    only: filters.join(","),
    sort: isUsual ? null : `${sort.direction === "descending" ? "-" : ""}${sort.by}`,
    cursor: asOf && `${asOf.getTime()}.${page}`,
  };
}

/** The view with a filter added, or taken away where it was in force; from its first page. */
export function toggled(view: QueueView, filter: QueueFilter): QueueView {
  const filters = view.filters.includes(filter)
    ? view.filters.filter((each) => each !== filter)
    : [...view.filters, filter];
  return { ...view, filters, page: 1, asOf: null };
}
