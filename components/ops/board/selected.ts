/** Those of what was picked that are still there. */
export function within(picked: ReadonlySet<string>, page: readonly string[]): ReadonlySet<string> {
  return new Set(page.filter((id) => picked.has(id)));
}

/** Everything from one to the other, both ends included, whichever comes first; else the other alone. */
export function between(page: readonly string[], one: string, other: string): string[] {
  const ends = [page.indexOf(one), page.indexOf(other)].toSorted((a, b) => a - b);
  const [from = -1, to = -1] = ends;
  return from < 0 ? [other] : page.slice(from, to + 1);
}
