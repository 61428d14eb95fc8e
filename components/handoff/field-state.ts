import type { Snapshot } from "@/lib/handoff/snapshot";
import { phoneNumber } from "@/lib/intake/phone";
import { formatAge, type Reader } from "@/lib/platform/format";
import type { FieldId } from "@/lib/standard/categories";
import { type FieldValue, SOURCES } from "@/lib/standard/field";
import { trustWord, valueWords } from "@/lib/standard/value-words";

/** Who reads, and when: what every word about a time depends on. */
export type Reading = { reader: Reader; now: Date };

/** A field of a handoff in words: its value with its trust, or why there is none. */
export type FieldState =
  | { there: true; words: string; trust: FieldTrust }
  | { there: false; words: string; wanted: boolean };

export type FieldTrust = {
  level: "verified" | "captured" | "estimated";
  word: string;
  source: string;
  age: string;
};

/** 'Company directory (enrichment)', '7 days ago'. */
export function trustOf(id: FieldId, field: FieldValue, { reader, now }: Reading): FieldTrust {
  const estimated = field.detail?.estimated === true;
  const level = estimated ? "estimated" : field.verified ? "verified" : "captured";
  const origin = SOURCES[field.source];
  const named = field.provider && field.provider !== "Baton";
  return {
    level,
    word: estimated ? "estimated" : trustWord(id, field),
    source: named ? `${field.provider} (${origin.toLowerCase()})` : origin,
    age: formatAge(new Date(field.obtainedAt), now, reader),
  };
}

/** A value in words, a phone number grouped as one dials it; null where nothing is to be read. */
export function wordsOf(id: FieldId, field: FieldValue, locale: string): string | null {
  if (id === "C1.5" && typeof field.value === "string") {
    const number = phoneNumber(field.value);
    return number.ok ? number.international : field.value;
  }
  return valueWords(id, field.value, locale);
}

/** What the page says about a field of the snapshot (spec C: what is not there is said in words). */
export function fieldState(
  id: FieldId,
  { fields, missing }: Snapshot,
  reading: Reading,
): FieldState {
  const field = fields[id];
  const wanted = missing.some((each) => each.id === id);
  if (field?.notObtainable !== undefined) {
    return { there: false, words: `not obtainable: ${field.notObtainable}`, wanted: false };
  }
  const words = field && wordsOf(id, field, reading.reader.locale);
  if (!field || words === null || words === undefined) {
    return { there: false, words: wanted ? "absent" : "not known", wanted };
  }
  return { there: true, words, trust: trustOf(id, field, reading) };
}
