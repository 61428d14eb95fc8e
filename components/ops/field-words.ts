import { type FieldLine, typedValue } from "@/lib/documentation/dossier/field-line";
import { phoneNumber } from "@/lib/intake/phone";
import { formatAge, formatExact, type Reader } from "@/lib/platform/format";
import type { FieldId } from "@/lib/standard/categories";
import { type FieldValue, SOURCES } from "@/lib/standard/field";
import { trustWord, valueWords } from "@/lib/standard/value-words";
import type { TrustLevel } from "../ui/trust";

/** A value with where it comes from, in words: all that crosses to the browser. */
export type ValueWords = {
  text: string;
  trust: { level: TrustLevel; word: string; source: string; age: string; note?: string } | null;
};

/** What the form for one field needs. */
export type FieldEntry = {
  leadId: string;
  fieldId: FieldId;
  label: string;
  hint: string | undefined;
  /** What stands in the control at first: the value that waits to be confirmed or corrected. */
  typed: string;
  choices: { value: string; label: string }[] | null;
};

/** A person's value goes by their name, another's by its source and who gave it. */
function sourceOf({ source, provider }: FieldValue): string {
  if (source === "person") return provider ?? "a person";
  return provider && provider !== SOURCES[source]
    ? `${SOURCES[source].toLowerCase()} (${provider})`
    : SOURCES[source].toLowerCase();
}

/** A value of a field in the reader's words; null where there is none at all. */
export function wordsOf(
  id: FieldId,
  field: FieldValue | null,
  now: Date,
  reader: Reader,
): ValueWords | null {
  if (!field) return null;
  const obtained = new Date(field.obtainedAt);
  const trust = {
    source: sourceOf(field),
    age: formatAge(obtained, now, reader),
    note: formatExact(obtained, reader),
  };
  if (field.notObtainable !== undefined) {
    const text = `Not obtainable: ${field.notObtainable}`;
    return { text, trust: { level: "absent", word: "asked in vain", ...trust } };
  }
  const text = readable(id, field, reader.locale);
  if (text === null) return null;
  const level = field.verified ? "verified" : "captured";
  return { text, trust: { level, word: trustWord(id, field), ...trust } };
}

/** A number grouped as one dials it; everything else as the standard words it. */
function readable(id: FieldId, { value }: FieldValue, locale: string): string | null {
  const number = id === "C1.5" && typeof value === "string" ? phoneNumber(value) : null;
  return number?.ok ? number.international : valueWords(id, value, locale);
}

const WHY = {
  absent: "Nothing known.",
  not_valid: "What is known cannot be used as it is.",
  not_verified: "Captured, and to be confirmed.",
  not_obtainable: "Not obtainable so far.",
} as const;

const FORMATS: Partial<Record<FieldId, string>> = {
  "C1.5": "Begin with + and the country’s code.",
  "C2.3": "The industry, then the part of it: Logistics, cold chain.",
  "C5.3": "Campaign, channel and asset, each on a line of its own.",
};

/** Why an address is not good enough, where a check said so. */
const MAIL_FAULTS: Readonly<Record<string, string>> = {
  no_mail_server: "No mail server takes mail for this domain.",
  mailbox_not_found: "The mail server knows no such mailbox.",
  catch_all: "The domain takes any address, so that none is proven.",
  role_address: "A role address, not the person’s own.",
  disposable: "A throwaway address.",
  free_mail: "A free address, and to be confirmed.",
};

function whyWords({ why, value }: FieldLine): string | null {
  const reason = why === "not_verified" && value?.detail?.reason;
  return (typeof reason === "string" && MAIL_FAULTS[reason]) || (why && WHY[why]);
}

/** What is wrong with a missing field, what was tried, and how to type it. */
export function gapWords(line: FieldLine, now: Date, reader: Reader): string {
  const { id, why, tried, fillable } = line;
  if (!fillable) return "Worked out by itself once the company’s other fields are known.";
  const asked = tried.map(
    ({ provider, words, at }) =>
      `${provider}, ${formatAge(at, now, reader)}: ${words.replace(/\.$/, "")}.`,
  );
  return [whyWords(line), ...asked, why && FORMATS[id]].filter(Boolean).join(" ");
}

/** The form for a field, filled with what is known. */
export function fieldEntry(leadId: string, line: FieldLine, now: Date, reader: Reader): FieldEntry {
  const { id, label, value, choices } = line;
  return {
    leadId,
    fieldId: id,
    label,
    hint: gapWords(line, now, reader) || FORMATS[id],
    typed: value && value.notObtainable === undefined ? typedValue(id, value.value) : "",
    choices: choices && Object.entries(choices).map(([key, text]) => ({ value: key, label: text })),
  };
}
