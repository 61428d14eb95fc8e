/**
 * What a table holds under a name from outside. Asked for plainly, `constructor` and `__proto__` would
 * be found in every one.
 */
export function entryOf<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
