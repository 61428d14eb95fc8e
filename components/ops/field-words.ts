import { type FieldLine, typedValue } from "@/lib/documentation/dossier/field-line";
import { formatAge, formatExact, type Reader } from "@/lib/platform/format";
import type { FieldId } from "@/lib/standard/categories";
import type { FieldValue } from "@/lib/standard/field";
import { inSentence } from "@/lib/trail/prose";
import { wordsOf as fieldText, trustOf } from "../handoff/field-state";
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

/** A value of a field in the reader's words; null where there is none at all. */
export function wordsOf(
  id: FieldId,
  field: FieldValue | null,
  now: Date,
  reader: Reader,
): ValueWords | null {
  if (!field) return null;
  const note = formatExact(new Date(field.obtainedAt), reader);
  const trust = { ...trustOf(id, field, { reader, now }), note };
  if (field.notObtainable !== undefined) {
    const text = `Not obtainable: ${field.notObtainable}`;
    return { text, trust: { ...trust, level: "absent", word: "asked in vain" } };
  }
  const text = fieldText(id, field, reader.locale);
  return text === null ? null : { text, trust };
}

const WHY = {
  // Its place in the list of what is missing says it.
  absent: "",
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

/** What was tried for a field: 'Company directory, 3 days ago: does not know nordlys.example.' */
export function triedWords({ tried }: FieldLine, now: Date, reader: Reader): string {
  return tried
    .map(({ provider, words, at }) => {
      const said = inSentence(words.replace(/\.$/, ""));
      return `${provider}, ${formatAge(at, now, reader)}: ${said}.`;
    })
    .join(" ");
}

/** The form for a field, filled with what is known; `tried` goes into its hint. */
export function fieldEntry(leadId: string, line: FieldLine, tried: string | null): FieldEntry {
  const { id, label, value, choices } = line;
  const hint = [whyWords(line), tried, FORMATS[id]].filter(Boolean).join(" ");
  return {
    leadId,
    fieldId: id,
    label,
    hint: hint || undefined,
    typed: value && value.notObtainable === undefined ? typedValue(id, value.value) : "",
    choices: choices && Object.entries(choices).map(([key, text]) => ({ value: key, label: text })),
  };
}
