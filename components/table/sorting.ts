/** The order in force: `sort=score` ascends, `sort=-score` descends. */
export type Sort = { by: string; direction: "ascending" | "descending" };

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
