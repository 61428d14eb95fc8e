import { z } from "zod";
import { failed } from "@/lib/enrichment/http/http";
import { entryOf } from "@/lib/platform/entry-of";
import type { CrmField, NotWritten } from "../crm";
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
/** What of a person is not a custom field, whatever it is called in the user's language. */
const OWN: Readonly<Record<string, string>> = { name: "Name", phone: "Phone" };
const KIND_WORDS = { person: "Person", lead: "Lead" } as const;

const KINDS: Readonly<Record<string, CrmField["kind"]>> = {
  varchar: "text",
  varchar_auto: "text",
  text: "text",
  phone: "text",
  double: "number",
  int: "number",
  enum: "choice",
  date: "day",
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
  IS_CUSTOM.test(one.key) || (kind === "person" && Object.hasOwn(OWN, one.key));

/**
 * How the field map names a field: by its name, since nobody knows its key. Where it is given
 * another name the map says so, and nothing is lost meanwhile.
 */
function nameOf(kind: Kind, { key, name }: Field, all: readonly Field[]): string {
  const called = `${KIND_WORDS[kind]}: ${(kind === "person" && entryOf(OWN, key)) || name}`;
  const many = all.filter((one) => one.name === name).length > 1;
  return many ? `${called} (${key.slice(0, 6)})` : called;
}

function crmField(kind: Kind, field: Field, all: readonly Field[]): CrmField {
  const { type, options } = field;
  const name = nameOf(kind, field, all);
  const is = entryOf(KINDS, type) ?? "other";
  return {
    name,
    label: name,
    kind: is,
    type,
    writeable: true,
    length: is !== "text" ? null : type === "text" ? LONG : ONE_LINE,
    choices: is === "choice" ? options.map(({ label }) => label) : null,
  };
}

/** The fields that a person may fill from Baton, 'Person: …' and 'Lead: …', without the one for our id. */
export const crmFields = (fields: Fields, idName: string): CrmField[] =>
  (["person", "lead"] as const).flatMap((kind) =>
    fields[kind]
      .filter(isFilled(kind))
      .filter((one) => one !== idFieldOf(fields[kind], idName))
      .map((one) => crmField(kind, one, fields[kind])),
  );

/** The custom field that holds our id, by its name as people see it. */
export const idFieldOf = (of: readonly Field[], idName: string): Field | undefined =>
  of.find(({ key, name }) => IS_CUSTOM.test(key) && name.toLowerCase() === idName.toLowerCase());

/** What of the two fields for our id is not as it must be, one sentence each. */
export function idFaults(fields: Fields, idName: string): string[] {
  const faultOf = (of: readonly Field[], whose: string) => {
    const found = idFieldOf(of, idName);
    if (!found) return [`${whose} have no custom field ‘${idName}’: make it a text field.`];
    return entryOf(KINDS, found.type) === "text"
      ? []
      : [`The field ‘${idName}’ of ${whose} is no text.`];
  };
  return [...faultOf(fields.person, "Persons"), ...faultOf(fields.lead, "Leads and deals")];
}

type Values = { readonly [name: string]: string | number | boolean | null };

/**
 * The values for persons or for leads, by the key there; a choice goes by its number. Throws NoAnswer
 * where a field has another name by now.
 */
export function valuesFor(kind: Kind, values: Values, fields: Fields): { [key: string]: unknown } {
  const all = fields[kind];
  const told = Object.entries(values).flatMap(([name, value]) => {
    if (!name.startsWith(`${KIND_WORDS[kind]}: `) || value === null) return [];
    const found = all.filter(isFilled(kind)).find((one) => nameOf(kind, one, all) === name);
    if (!found) throw new NoAnswer(noField(name));
    const option = found.options.find(({ label }) => label === value);
    return [[found.key, option ? option.id : value] as const];
  });
  return Object.fromEntries(told);
}

const noField = (name: string): NotWritten => ({
  ...failed("refused", `Pipedrive has no field ‘${name}’ any more.`),
  final: true,
  field: name,
});
