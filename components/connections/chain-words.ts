import type { ChainStep, FieldUse } from "@/lib/connections/chain/view";
import type { Lookup } from "@/lib/enrichment/provider";

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

/** '5 fills blanks, 2 overrides', so that a closed step says what it does. */
export function fieldsWords(fields: ChainStep["fields"]): string {
  const told = (["blank", "refresh", "override"] as const).flatMap((use) => {
    const count = fields.filter((field) => field.use === use).length;
    return count > 0 ? [`${USE_WORDS[use].toLowerCase()} ${count}`] : [];
  });
  return told.length > 0 ? `Of ${fields.length} fields: ${told.join(", ")}` : "Fills nothing";
}
