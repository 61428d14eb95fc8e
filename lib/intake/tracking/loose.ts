/** An object from outside, whose keys and values nobody promised. */
export type Loose = Readonly<Record<string, unknown>>;

/** One and the same, so that asking it for something costs nothing. */
const NOTHING: Loose = Object.freeze({});

/** The value as an object; an empty one where it is none. */
export function asObject(value: unknown): Loose {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Loose)
    : NOTHING;
}

const isEmpty = (object: Loose) => {
  for (const _ in object) return false;
  return true;
};

/** What both say, and `own` where they differ; as a rule only one of them says anything. */
export function together(around: Loose, own: Loose): Loose {
  if (isEmpty(around)) return own;
  return isEmpty(own) ? around : { ...around, ...own };
}

const bare = (key: string) => key.toLowerCase().replace(/[^a-z0-9]/g, "");

/** Keys in their order, and each by its name without case and punctuation. */
type Keys = { keys: readonly string[]; named: ReadonlyMap<string, string> };

const NO_KEYS: Keys = { keys: [], named: new Map() };

/** What a sender sends has the same keys again and again; of no more kinds than this are they kept. */
const MOST_KINDS = 1_000;
const LONGEST_KIND = 1_000;
const kinds = new Map<string, Keys>();

const areKeys = (known: Keys, keys: readonly string[]) =>
  known.keys.length === keys.length && known.keys.every((key, at) => key === keys[at]);

function keysOf(from: Loose): Keys {
  const keys = Object.keys(from);
  for (const { keys: asked } of last) if (areKeys(asked, keys)) return asked;
  const kind = keys.join();
  const known = kinds.get(kind);
  // A key may hold a comma: only the keys themselves say that it is the same kind.
  if (known && areKeys(known, keys)) return known;
  const made = { keys, named: new Map(keys.map((key) => [bare(key), key])) };
  if (kinds.size < MOST_KINDS && kind.length <= LONGEST_KIND) kinds.set(kind, made);
  return made;
}

/** The objects that were asked last: one is asked for dozens of names, in turn with two or three others. */
const LAST = 4;
const last = Array.from({ length: LAST }, () => ({ from: NOTHING, keys: NO_KEYS }));
let next = 0;

function keysOnce(from: Loose): Keys {
  for (const asked of last) if (asked.from === from) return asked.keys;
  const asked = { from, keys: keysOf(from) };
  last[next] = asked;
  next = (next + 1) % LAST;
  return asked.keys;
}

const bareNames = new Map<string, string>();

/** `bare` of what is asked for, which are few names of ours. */
function bareName(name: string): string {
  const known = bareNames.get(name);
  if (known !== undefined) return known;
  const made = bare(name);
  if (bareNames.size < MOST_KINDS) bareNames.set(name, made);
  return made;
}

/**
 * The first of the names that holds a text or a number, as a text. Names are compared without
 * case and punctuation: `firstName`, `first_name` and `First Name` are one.
 */
export function textOf(from: Loose, ...names: string[]): string | undefined {
  if (isEmpty(from)) return undefined;
  const { named } = keysOnce(from);
  for (const name of names) {
    const key = named.get(bareName(name));
    const value = key === undefined ? undefined : from[key];
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
