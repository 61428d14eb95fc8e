import type { Snapshot } from "@/lib/handoff/snapshot";
import { phoneNumber } from "@/lib/intake/phone";
import { formatAge, formatExact, type Reader } from "@/lib/platform/format";
import { shortened, shownLine } from "@/lib/platform/shown-text";
import type { FieldId } from "@/lib/standard/categories";
import { type FieldValue, SOURCES } from "@/lib/standard/field";
import { emailReasonWords } from "@/lib/standard/values/deliverability";
import { doubtOf, isEstimated, trustWord, valueWords } from "@/lib/standard/values/value-words";
import { thingInSentence } from "@/lib/trail/wording/prose";
import type { TrustProps } from "../../ui/trust";

/** Who reads, and when: what every word about a time depends on. */
export type Reading = { reader: Reader; now: Date };

/** A field of a handoff in words: its value with its trust, or why there is none. */
export type FieldState =
  | { there: true; words: string; trust: FieldTrust; doubt: string | null }
  | { there: false; words: string; wanted: boolean };

type FieldTrust = {
  level: "verified" | "captured" | "estimated" | "absent";
  word: string;
  /** The source in a word, and with what kind of source it is. */
  from: string;
  source: string;
  age: string;
  /** What else comes up with it: when exactly, and what a check of it said. */
  note: string[];
};

/** A value of more characters is cut on the page, and whole beside its source. */
const LONGEST = 140;

function levelOf(field: FieldValue): FieldTrust["level"] {
  const { verified, detail } = field;
  if (isEstimated(field)) return "estimated";
  if (detail?.deliverability === "undeliverable") return "absent";
  return verified ? "verified" : "captured";
}

/** 'Checked Wed 3 June 2026, 14:00:01 GMT+2: the mail server accepts the address.' */
function checkWords({ detail }: FieldValue, reader: Reader): string[] {
  const said = emailReasonWords(detail?.reason);
  const at = typeof detail?.checkedAt === "string" ? new Date(detail.checkedAt) : null;
  if (!said) return [];
  return [at ? `Checked ${formatExact(at, reader)}. ${said}` : said];
}

/** 'Company directory (enrichment)', '7 days ago'. */
export function trustOf(id: FieldId, field: FieldValue, { reader, now }: Reading): FieldTrust {
  const level = levelOf(field);
  const origin = SOURCES[field.source];
  const provider = shownLine(field.provider ?? "");
  const named = provider !== "" && provider !== "Baton";
  const obtained = new Date(field.obtainedAt);
  return {
    level,
    word: trustWord(id, field),
    from: named ? provider : origin,
    source: named ? `${provider} (${thingInSentence(origin)})` : origin,
    age: formatAge(obtained, now, reader),
    note: [formatExact(obtained, reader), ...(id === "C1.4" ? checkWords(field, reader) : [])],
  };
}

/** What the page says of a trust beside its value. */
export function shown({ level, word, source, age, note }: FieldTrust): TrustProps {
  return { level, word, source, age, note };
}

export const shownTrust = (id: FieldId, field: FieldValue, reading: Reading) =>
  shown(trustOf(id, field, reading));

/** A value in words, a phone number grouped as one dials it; null where nothing is to be read. */
export function wordsOf(id: FieldId, field: FieldValue, locale: string): string | null {
  if (id === "C1.5" && typeof field.value === "string") {
    const { extension } = field.detail ?? {};
    const dialled = extension ? `${field.value} ext. ${extension}` : field.value;
    const number = phoneNumber(dialled);
    return number.ok ? number.international : dialled;
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
    return {
      there: false,
      words: `not obtainable: ${shortened(shownLine(field.notObtainable), LONGEST)}`,
      wanted: false,
    };
  }
  if (field?.saidWrong) {
    return { there: false, words: `said to be wrong by ${field.saidWrong.by}`, wanted };
  }
  const words = field && wordsOf(id, field, reading.reader.locale);
  if (!field || words === null || words === undefined) {
    // Nobody looked is another thing than nothing found (C2.5).
    const absent = id === "C2.5" ? "not checked" : "absent";
    return { there: false, words: wanted ? absent : "not known", wanted };
  }
  const trust = trustOf(id, field, reading);
  return {
    there: true,
    words: shortened(words, LONGEST),
    trust: words.length > LONGEST ? { ...trust, note: [...trust.note, words] } : trust,
    doubt: doubtOf(id, field, reading.now),
  };
}
