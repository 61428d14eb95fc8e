/** The keys of a record of choices, in its order, as the non-empty tuple that schemas ask for. */
export function keysOf<T extends object>(record: T) {
  return Object.keys(record) as [keyof T & string, ...(keyof T & string)[]];
}
