import { type FieldLine, typedValue } from "@/lib/documentation/dossier/field-line";
import { formatMoment, type Reader } from "@/lib/platform/format";
import { shownLine } from "@/lib/platform/shown-text";
import type { FieldId } from "@/lib/standard/categories";
import type { FieldValue } from "@/lib/standard/field";
import { emailReasonWords } from "@/lib/standard/values/deliverability";
import { doubtOf } from "@/lib/standard/values/value-words";
import { inSentence } from "@/lib/trail/wording/prose";
import { wordsOf as fieldText, trustOf } from "../handoff/words/field-state";
import type { TrustLevel } from "../ui/trust";

/** A value with where it comes from, in words: all that crosses to the browser. */
export type ValueWords = {
  text: string;
  trust: {
    level: TrustLevel;
    word: string;
    from: string;
    source: string;
    age: string;
    note: string[];
  } | null;
  /** Why mail may not arrive, where it is an address. */
  doubt: string | null;
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
  const trust = trustOf(id, field, { reader, now });
  if (field.notObtainable !== undefined) {
    const text = `Not obtainable: ${shownLine(field.notObtainable)}`;
    return { text, trust: { ...trust, level: "absent", word: "asked in vain" }, doubt: null };
  }
  if (field.saidWrong) {
    const { value, by, at } = field.saidWrong;
    const note = [...trust.note, `${by}, ${inSentence(formatMoment(new Date(at), reader, now))}`];
    const text = fieldText(id, { ...field, value }, reader.locale) ?? "";
    return {
      text,
      trust: { ...trust, level: "absent", word: "said to be wrong", note },
      doubt: null,
    };
  }
  const text = fieldText(id, field, reader.locale);
  if (text === null) return null;
  return { text, trust, doubt: doubtOf(id, field, now) };
}

const WHY = {
  said_wrong: "A rep found what is known to be wrong.",
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

function whyWords({ id, why, value }: FieldLine): string | null {
  const reason = why === "not_verified" && id === "C1.4" && emailReasonWords(value?.detail?.reason);
  return reason || (why && WHY[why]);
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
