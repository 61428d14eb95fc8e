import { z } from "zod";
import { entryOf } from "@/lib/platform/entry-of";
import type { CrmField } from "../crm";
import { type Account, told } from "./account";

/** A property as HubSpot describes it: https://developers.hubspot.com/docs/api-reference/crm-properties-v3/guide */
const property = z.object({
  name: z.string(),
  label: z.string().default(""),
  type: z.string(),
  fieldType: z.string().default(""),
  hasUniqueValue: z.boolean().default(false),
  calculated: z.boolean().default(false),
  externalOptions: z.boolean().default(false),
  options: z
    .array(z.object({ value: z.string(), hidden: z.boolean().optional() }))
    .nullish()
    .transform((options) => options ?? []),
  modificationMetadata: z.object({ readOnlyValue: z.boolean().default(false) }).optional(),
});
type Property = z.infer<typeof property>;

/** No text of HubSpot's is longer: https://developers.hubspot.com/docs/api-reference/crm-properties-v3/guide */
const LONGEST_TEXT = 65_536;
/** What Baton writes by itself. */
const OWN = "hubspot_owner_id";

const KINDS: Readonly<Record<string, CrmField["kind"]>> = {
  string: "text",
  phone_number: "text",
  number: "number",
  bool: "yes or no",
  datetime: "date",
  date: "day",
};

/** HubSpot calls a checkbox an enumeration; how it is filled in tells them apart. */
function kindOf({ type, fieldType, externalOptions }: Property): CrmField["kind"] {
  if (type !== "enumeration")
    return fieldType === "file" ? "other" : (entryOf(KINDS, type) ?? "other");
  if (fieldType === "booleancheckbox") return "yes or no";
  return externalOptions ? "other" : "choice";
}

/** What contacts can have, by HubSpot's own description. */
export const properties = (account: Account) =>
  told(
    account,
    "/crm/v3/properties/contacts",
    {},
    z.object({ results: z.array(property) }).transform(({ results }) => results),
  );

/** A property as the field map shows it. */
function crmField(of: Property): CrmField {
  const kind = kindOf(of);
  const offered = of.options.filter(({ hidden }) => !hidden);
  return {
    name: of.name,
    label: of.label || of.name,
    kind,
    type: of.type === "enumeration" ? of.fieldType : of.type,
    writeable: !of.calculated && !of.modificationMetadata?.readOnlyValue,
    length: kind === "text" ? LONGEST_TEXT : null,
    choices: kind === "choice" ? offered.map(({ value }) => value) : null,
  };
}

/** The properties that a person may fill from Baton. */
export const crmFields = (all: readonly Property[], idField: string): CrmField[] =>
  all.map(crmField).filter(({ name }) => name !== idField && name !== OWN);

/** What of the property for our id is not as it must be, as a sentence; null where it is. */
export function idFault(all: readonly Property[], name: string): string | null {
  const found = all.find((one) => one.name === name);
  if (!found)
    return `Contacts have no property ${name}: make it a single-line text whose values are unique.`;
  if (found.type !== "string") return `The property ${name} is no single-line text.`;
  if (!found.hasUniqueValue)
    return `The property ${name} does not require unique values; that cannot be changed, so make another and name it in the settings.`;
  return found.modificationMetadata?.readOnlyValue ? `The property ${name} is read-only.` : null;
}

/** Every value of HubSpot's is text. */
export const asText = (values: { readonly [name: string]: string | number | boolean | null }) =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === null ? [] : [[name, String(value)]],
    ),
  );
