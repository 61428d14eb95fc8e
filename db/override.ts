/** The same object with members of its own in place of some, and, where given, its own call. */
export function override<T extends object>(
  target: T,
  own: Record<string, unknown>,
  call?: (...args: unknown[]) => unknown,
): T {
  return new Proxy(target, {
    get: (from, key) =>
      typeof key === "string" && key in own ? own[key] : Reflect.get(from, key, from),
    apply: (from, self, args) =>
      call ? call(...args) : Reflect.apply(from as unknown as () => unknown, self, args),
  });
}
