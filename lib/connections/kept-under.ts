/** Under what a connection's answers are kept: by its system's name only where no other has it. */
export function keptUnder(id: string, label: string, labels: readonly string[]): string[] {
  return labels.filter((one) => one === label).length > 1 ? [id] : [id, label];
}

/** What is kept under the first of the keys that there is anything under. */
export function firstOf<T>(kept: ReadonlyMap<string, T>, keys: readonly string[]): T | undefined {
  return keys.map((key) => kept.get(key)).find((one) => one !== undefined);
}
