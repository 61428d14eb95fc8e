/** The order in force: `sort=score` ascends, `sort=-score` descends. */
export type Sort = { by: string; direction: "ascending" | "descending" };

/** Reads the `sort` parameter; a column that is not `sortable` is no order at all. */
export function parseSort(
  value: string | undefined,
  sortable: readonly string[],
): Sort | undefined {
  const descending = value?.startsWith("-") ?? false;
  const by = descending ? value?.slice(1) : value;
  if (by === undefined || !sortable.includes(by)) return undefined;
  return { by, direction: descending ? "descending" : "ascending" };
}

/**
 * The query that a press on a column's header leads to: first its own direction, then the other.
 * Filters stay; a cursor does not, since it belonged to the former order.
 */
export function sortedQuery(
  search: URLSearchParams,
  by: string,
  first: Sort["direction"],
  current: Sort | undefined,
): string {
  const other = first === "ascending" ? "descending" : "ascending";
  const direction = current?.by === by && current.direction === first ? other : first;
  const next = new URLSearchParams(search);
  next.delete("cursor");
  next.set("sort", direction === "descending" ? `-${by}` : by);
  return next.toString();
}
