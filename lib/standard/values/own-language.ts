import type { StoredValue } from "./prevailing";

/** C1.7 as it is kept: BCP 47 and ISO 3166, null where nobody said so. */
export type Place = { language: string | null; region: string | null };

/** The language and region of a value; neither where it is no such value. */
export function placeOf({ fieldId, value }: StoredValue): Place {
  const isPlace = fieldId === "C1.7" && typeof value === "object" && value !== null;
  return isPlace ? (value as Place) : { language: null, region: null };
}

/** What the lead last said of its language itself, in a form; null where it did not. */
export function ownWord<V extends StoredValue>(values: readonly V[]): V | null {
  const said = values.filter((one) => one.source === "form" && placeOf(one).language !== null);
  return said.toSorted((one, other) => other.obtainedAt.localeCompare(one.obtainedAt))[0] ?? null;
}

/**
 * Without what others say of another language than the lead said itself: nobody knows better which it
 * prefers. A person's value stays, and a provider's that may override.
 */
export function agreeing<V extends StoredValue>(values: readonly V[]): V[] {
  const own = ownWord(values);
  if (!own) return [...values];
  const { language } = placeOf(own);
  const stays = (one: V) => one.source === "person" || one.mode === "override";
  return values.filter((one) => stays(one) || placeOf(one).language === language);
}

/**
 * The lead's own word with the region that is `known` elsewhere, where the lead gave none or it was
 * worked out from its number or domain; any other value as it is.
 */
export function withRegion<V extends StoredValue>(one: V, known: StoredValue | null): V {
  const { language, region } = placeOf(one);
  if (one.source !== "form" || language === null || !known) return one;
  const found = placeOf(known).region;
  const isGiven = region !== null && one.detail?.regionFrom === undefined;
  if (found === null || found === region || isGiven) return one;
  const isSurer = known.verified && known.mode !== "blank";
  if (region !== null && !isSurer) return one;
  return {
    ...one,
    value: { language, region: found },
    detail: { ...one.detail, regionFrom: known.source },
  };
}
