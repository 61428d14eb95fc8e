/**
 * Tells which rows of a rehearsal repeat an earlier one: nothing of the earlier one was kept, so
 * the database cannot tell. Remembers a digest a row.
 */
export class Repeats {
  private seen = new Map<string, string>();

  /**
   * `same` where a row with one of these names said the same before, `other` where it said
   * something else, null where the names are new.
   */
  note(names: readonly string[], said: string): "same" | "other" | null {
    const before = names.map((name) => this.seen.get(name)).find((found) => found !== undefined);
    for (const name of names) this.seen.set(name, said);
    if (before === undefined) return null;
    return before === said ? "same" : "other";
  }
}
