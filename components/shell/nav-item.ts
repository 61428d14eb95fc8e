/** One place in the navigation. What a role may see is decided by who passes the items. */
export type NavItem = {
  label: string;
  href: string;
  count?: number;
  /** Pages that belong to this place, though their address lies elsewhere: "/leads". */
  covers?: string;
  /** Views of the same place, indented below it; a phone shows only the place itself. */
  views?: readonly Omit<NavItem, "views">[];
};

function suits(href: string, pathname: string, search: URLSearchParams): boolean {
  const [path = "", query] = href.split("?");
  if (query === undefined) return pathname === path || pathname.startsWith(`${path}/`);
  return (
    pathname === path && [...new URLSearchParams(query)].every(([k, v]) => search.get(k) === v)
  );
}

/** The item that the address belongs to: the most exact one, or none. */
export function currentHref(
  items: readonly NavItem[],
  pathname: string,
  search: URLSearchParams,
): string | undefined {
  const covering = items.find(({ covers }) => covers && suits(covers, pathname, search));
  return items
    .flatMap((item) => [item, ...(item.views ?? [])])
    .map((item) => item.href)
    .filter((href) => suits(href, pathname, search))
    .sort((one, other) => other.length - one.length)
    .concat(covering?.href ?? [])[0];
}
