import type { FieldValue, Json, SaidWrong } from "../field";

/** A stored value with what is known to be wrong beside it; every value of a field may carry some. */
type Remembering = FieldValue & { wrongValues?: readonly SaidWrong[] };

/** Content to be compared: JSONB does not keep the order of keys, so neither does a comparison. */
export function inKeyOrder(content: unknown): unknown {
  if (Array.isArray(content)) return content.map(inKeyOrder);
  if (typeof content !== "object" || content === null) return content;
  return Object.entries(content)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, inner]) => [key, inKeyOrder(inner)]);
}

const plain = (value: Json) =>
  typeof value === "string" ? value.trim().toLowerCase() : JSON.stringify(inKeyOrder(value));

/** True where two values of one field say the same; JSONB and people's typing change no meaning. */
export const sameContent = (one: Json, other: Json): boolean => plain(one) === plain(other);

/**
 * What a rep said of this very value (Q.5), or null: a value that was wrong stays wrong whichever
 * source gives it again, until a person writes it down by hand after that.
 */
export function wrongnessOf(value: Remembering, among: readonly Remembering[]): SaidWrong | null {
  if (value.notObtainable !== undefined || value.value === null) return null;
  const said = among
    .flatMap(({ wrongValues }) => wrongValues ?? [])
    .filter((wrong) => sameContent(wrong.value, value.value))
    .toSorted((one, other) => other.at.localeCompare(one.at))[0];
  if (!said) return null;
  return value.source === "person" && value.obtainedAt > said.at ? null : said;
}

/**
 * A value as everybody sees it once it was said to be wrong: there is none to go by, and by whom
 * and when it was said.
 */
export function asSaidWrong(value: FieldValue, saidWrong: SaidWrong): FieldValue {
  const { source, provider, obtainedAt } = value;
  return {
    value: null,
    source,
    ...(provider ? { provider } : {}),
    obtainedAt,
    verified: false,
    saidWrong,
  };
}
