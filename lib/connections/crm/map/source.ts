import type { Snapshot } from "@/lib/handoff/snapshot";
import type { Reader } from "@/lib/platform/format";
import type { CrmField } from "../crm";

/** What a value of Baton is read from when it goes out. */
export type Given = {
  snapshot: Snapshot;
  /** What its rep said to it, in words; null while nobody answered. */
  answer: { accepted: boolean; words: string } | null;
  /** The handoff's own page. */
  url: string;
  /** Whoever reads it there: the rep. */
  reader: Reader;
  now: Date;
};

/** A value as it goes out; null where Baton does not know, and then the CRM's own stays. */
export type Value = string | number | boolean | null;

/** One value of Baton that can go to a field of a CRM. */
export type Source = {
  id: string;
  label: string;
  kind: "text" | "number" | "yes or no" | "date" | "link" | "choice";
  /** Every value it can have, where it is a choice. */
  choices?: readonly string[];
  /** It is of use only in a field that holds so many characters. */
  needs?: number;
  /** Not to be cut: half an address is none. */
  whole?: true;
  read(given: Given): Value;
};

/** A source as far as a form needs it. */
export type OfferedSource = Omit<Source, "read">;

/** The kinds of field that can take each kind of value. */
const TAKERS: Readonly<Record<Source["kind"], readonly CrmField["kind"][]>> = {
  text: ["text"],
  number: ["number", "text"],
  "yes or no": ["yes or no", "text"],
  date: ["date", "day", "text"],
  link: ["link", "text"],
  choice: ["choice", "text"],
};

const A_FIELD = {
  text: "a text field",
  number: "a number field",
  "yes or no": "a checkbox",
  date: "a date and time field",
  day: "a date field",
  link: "a link field",
  choice: "a picklist",
  other: "a field that Baton cannot fill",
} as const;

/** 'a number field (double)': what a field is, in a person's word and the CRM's own. */
export const fieldWords = ({ kind, type }: Pick<CrmField, "kind" | "type">) =>
  `${A_FIELD[kind]} (${type})`;

/** Why a source cannot go to a field, read after the field's name; null where it can. */
export function misfit(source: OfferedSource, field: CrmField): string | null {
  if (!field.writeable) return "may not be written by the user that Baton connects as";
  const free = field.kind === "choice" && field.choices === null && source.kind === "text";
  if (!TAKERS[source.kind].includes(field.kind) && !free)
    return `is ${fieldWords(field)}, and ${source.label} is no value for that`;
  const refused = source.choices?.find((one) => field.choices && !field.choices.includes(one));
  if (refused !== undefined) return `does not offer ‘${refused}’, which ${source.label} can be`;
  const { length } = field;
  if (length !== null && source.needs && length < source.needs)
    return `holds ${length} characters, and ${source.label} needs ${source.needs}`;
  return null;
}
