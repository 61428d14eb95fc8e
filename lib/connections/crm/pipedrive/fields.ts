import { z } from "zod";
import type { CrmField } from "../crm";
import { answerOf, NoAnswer } from "../no-answer";
import { type Account, allOf } from "./account";

/** Version 1 and version 2 name the same things differently; either is read. */
const field = z
  .object({
    key: z.string().optional(),
    field_code: z.string().optional(),
    name: z.string().optional(),
    field_name: z.string().optional(),
    field_type: z.string(),
    options: z
      .array(z.object({ id: z.union([z.number(), z.string()]), label: z.string() }))
      .nullish(),
  })
  .transform(({ key, field_code, name, field_name, field_type, options }) => ({
    key: key ?? field_code ?? "",
    name: name ?? field_name ?? "",
    type: field_type,
    options: options ?? [],
  }));
export type Field = z.infer<typeof field>;

/** Leads have the custom fields of deals: https://developers.pipedrive.com/docs/api/v1/Leads */
export type Fields = { person: Field[]; lead: Field[] };
type Kind = keyof Fields;

const LISTS = { person: "personFields", lead: "dealFields" } as const;
/** The longest text of one line: https://pipedrive.readme.io/docs/core-api-concepts-custom-fields */
const ONE_LINE = 255;
const LONG = 65_000;
const IS_CUSTOM = /^[0-9a-f]{40}$/;
/** What of a person is not a custom field, and goes by its own name. */
const OWN = ["name", "phone"];

const KINDS: Readonly<Record<string, CrmField["kind"]>> = {
  varchar: "text",
  varchar_auto: "text",
  text: "text",
  phone: "text",
  double: "number",
  int: "number",
  enum: "choice",
};

async function listOf(account: Account, kind: Kind): Promise<Field[]> {
  const path = (version: string) => `/api/${version}/${LISTS[kind]}`;
  const first = await answerOf(() => allOf(account, path("v1"), {}, field));
  if (Array.isArray(first)) return first;
  // Version 1 of it is to be switched off at some time.
  if (first.cause === "broken" && /deleted/.test(first.words))
    return allOf(account, path("v2"), {}, field);
  throw new NoAnswer(first);
}

/** What persons and leads can have, by Pipedrive's own description. */
export const fieldsOf = async (account: Account): Promise<Fields> => ({
  person: await listOf(account, "person"),
  lead: await listOf(account, "lead"),
});

const isFilled = (kind: Kind) => (one: Field) =>
  IS_CUSTOM.test(one.key) || (kind === "person" && OWN.includes(one.key));

function crmField(kind: Kind, { key, name, type, options }: Field): CrmField {
  const is = KINDS[type] ?? "other";
  return {
    ...{ name: `${kind}:${key}`, label: kind === "person" ? `Person: ${name}` : `Lead: ${name}` },
    ...{ kind: is, type, writeable: true },
    length: is !== "text" ? null : type === "text" ? LONG : ONE_LINE,
    choices: is === "choice" ? options.map(({ label }) => label) : null,
  };
}

/** The fields that a person may fill from Baton: `person:…` and `lead:…`, without the one for our id. */
export const crmFields = (fields: Fields, idName: string): CrmField[] =>
  (["person", "lead"] as const).flatMap((kind) =>
    fields[kind]
      .filter(isFilled(kind))
      .filter((one) => one !== idFieldOf(fields[kind], idName))
      .map((one) => crmField(kind, one)),
  );

/** The custom field that holds our id, by its name as people see it. */
export const idFieldOf = (of: readonly Field[], idName: string): Field | undefined =>
  of.find(({ key, name }) => IS_CUSTOM.test(key) && name.toLowerCase() === idName.toLowerCase());

/** What of the two fields for our id is not as it must be, one sentence each. */
export function idFaults(fields: Fields, idName: string): string[] {
  const faultOf = (of: readonly Field[], whose: string) => {
    const found = idFieldOf(of, idName);
    if (!found) return [`${whose} have no custom field ‘${idName}’: make it a text field.`];
    return KINDS[found.type] === "text" ? [] : [`The field ‘${idName}’ of ${whose} is no text.`];
  };
  return [...faultOf(fields.person, "Persons"), ...faultOf(fields.lead, "Leads and deals")];
}

type Values = { readonly [name: string]: string | number | boolean | null };

/** The values for persons or for leads, by the key there; a choice goes by its number. */
export function valuesFor(kind: Kind, values: Values, fields: Fields): { [key: string]: unknown } {
  const told = Object.entries(values).flatMap(([name, value]) => {
    const [of, key = ""] = name.split(":");
    if (of !== kind || value === null) return [];
    const { options = [] } = fields[kind].find((one) => one.key === key) ?? {};
    const option = options.find(({ label }) => label === value);
    return [[key, option ? option.id : value] as const];
  });
  return Object.fromEntries(told);
}
