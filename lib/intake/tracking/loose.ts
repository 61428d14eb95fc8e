/** An object from outside, whose keys and values nobody promised. */
export type Loose = Readonly<Record<string, unknown>>;

/** The value as an object; an empty one where it is none. */
export function asObject(value: unknown): Loose {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Loose)
    : {};
}

const bare = (key: string) => key.toLowerCase().replace(/[^a-z0-9]/g, "");

const indexes = new WeakMap<Loose, Map<string, unknown>>();

/** Values by their names without case and punctuation, made once: a message is asked for dozens. */
function byBareName(from: Loose): Map<string, unknown> {
  const known = indexes.get(from);
  if (known) return known;
  const made = new Map(Object.entries(from).map(([key, value]) => [bare(key), value]));
  indexes.set(from, made);
  return made;
}

/**
 * The first of the names that holds a text or a number, as a text. Names are compared without
 * case and punctuation: `firstName`, `first_name` and `First Name` are one.
 */
export function textOf(from: Loose, ...names: string[]): string | undefined {
  const values = byBareName(from);
  if (values.size === 0) return undefined;
  for (const name of names) {
    const value = values.get(bare(name));
    if (typeof value === "number" && Number.isFinite(value)) return String(value);
    if (typeof value === "string" && value.trim() !== "") return value.trim();
  }
  return undefined;
}

/** The first of the names that holds a number, or a text that is one. */
export function numberOf(from: Loose, ...names: string[]): number | undefined {
  const text = textOf(from, ...names);
  const number = Number(text);
  return text !== undefined && Number.isFinite(number) ? number : undefined;
}

/**
 * The same JSON without what PostgreSQL cannot keep (NUL, half surrogate pairs): a tracker never
 * learns of a refusal, so that an event is mended rather than lost.
 */
export function storable(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll("\0", "").toWellFormed();
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [String(storable(key)), storable(inner)]),
  );
}
