import { storable as isStorableText } from "../input";

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

/** Names come again and again, ours and a sender's; no more are kept than any sender has. */
const MOST_NAMES = 2_000;
const bareNames = new Map<string, string>();

function bare(key: string): string {
  const known = bareNames.get(key);
  if (known !== undefined) return known;
  const made = key.toLowerCase().replace(/[^a-z0-9]/g, "");
  if (bareNames.size < MOST_NAMES && key.length <= 100) bareNames.set(key, made);
  return made;
}

const indexes = new WeakMap<Loose, Map<string, unknown>>();

/** Values by their names without case and punctuation, made once: a message is asked for dozens. */
function byBareName(from: Loose): Map<string, unknown> {
  const known = indexes.get(from);
  if (known) return known;
  const made = new Map<string, unknown>();
  for (const [key, value] of Object.entries(from)) made.set(bare(key), value);
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
export const storable = (value: unknown): unknown => (isStorable(value) ? value : mended(value));

function isStorable(value: unknown): boolean {
  if (typeof value === "string") return isStorableText(value);
  if (Array.isArray(value)) return value.every(isStorable);
  if (typeof value !== "object" || value === null) return true;
  for (const [key, inner] of Object.entries(value))
    if (!(isStorableText(key) && isStorable(inner))) return false;
  return true;
}

function mended(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll("\0", "").toWellFormed();
  if (Array.isArray(value)) return value.map(mended);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [String(mended(key)), mended(inner)]),
  );
}
