import type { ChainStep, FieldUse } from "@/lib/connections/chain/view";
import type { Lookup } from "@/lib/enrichment/provider";
import { capitalised } from "@/lib/platform/shown-text";

export const LOOKUP_WORDS: Readonly<Record<Lookup, string>> = {
  person: "Person",
  company: "Company",
  email: "Email address",
};

export const USE_WORDS: Readonly<Record<FieldUse, string>> = {
  off: "Off",
  blank: "Fills blanks",
  refresh: "Refreshes",
  override: "Overrides",
};

/** 'Refreshes 5, fills blanks of 1, leaves 2', so that a closed step says what it does with its fields. */
export function fieldsWords(fields: ChainStep["fields"]): string {
  const count = (use: FieldUse) => fields.filter((field) => field.use === use).length;
  const told = [
    [count("override"), "overrides"],
    [count("refresh"), "refreshes"],
    [count("blank"), "fills blanks of"],
    [count("off"), "leaves"],
  ] as const;
  const words = told.filter(([many]) => many > 0).map(([many, verb]) => `${verb} ${many}`);
  const [first = "", ...rest] = words;
  return [capitalised(first), ...rest].join(", ");
}
