import { type Asked, json, type Reply } from "./double";
import { type Account, type HubspotContact, type Property, said } from "./hubspot-account";

const property = (
  name: string,
  type = "string",
  fieldType = "text",
  more: Partial<Property> = {},
): Property => ({
  ...{ name, label: name.replaceAll("_", " "), type, fieldType, hasUniqueValue: false },
  ...{ calculated: false, options: [], modificationMetadata: { readOnlyValue: false }, ...more },
});

const choice = (name: string, values: readonly string[]) =>
  property(name, "enumeration", "select", {
    options: values.map((value) => ({ value, hidden: false })),
  });

/** The contact properties of an account that has what Baton needs, and some of its own. */
export const contactProperties = (): Property[] => [
  property("baton_id", "string", "text", { hasUniqueValue: true }),
  ...["email", "firstname", "lastname", "jobtitle", "company", "phone"].map((one) => property(one)),
  property("hs_linkedin_url"),
  property("website"),
  property("hubspot_owner_id", "enumeration", "select"),
  property("lastmodifieddate", "datetime", "date", {
    modificationMetadata: { readOnlyValue: true },
  }),
  property("baton_summary", "string", "textarea"),
  property("baton_score", "number", "number"),
  property("baton_warm", "enumeration", "booleancheckbox"),
  property("baton_routed", "datetime", "date"),
  choice("baton_answer", ["Accepted", "Rejected"]),
  choice("lifecyclestage", ["lead", "opportunity", "customer"]),
];

const invalid = (name: string, code: string) =>
  json(
    400,
    said(
      "VALIDATION_ERROR",
      `Property values were not valid: ${JSON.stringify([{ isValid: false, message: `no good: ${name}`, error: code, name }])}`,
    ),
  );
const notThere = () => json(404, said("OBJECT_NOT_FOUND", "resource not found"));

/** What HubSpot answers about writing contacts and notes, about owners and deals; null for anything else. */
export function answerCrm(account: Account, asked: Asked): Reply | null {
  const { path, method } = asked;
  if (path === "/crm/v3/properties/contacts") return json(200, { results: account.properties });
  if (path === "/crm/v3/owners") return owners(account, asked);
  if (path === "/crm/v3/pipelines/deals") {
    const stages = [
      { id: "11", label: "Qualified" },
      { id: "12", label: "Closed won" },
    ];
    return json(200, { results: [{ id: "default", stages }] });
  }
  if (/\/(contacts|notes)\/batch\/update$/.test(path))
    return json(400, said("VALIDATION_ERROR", "At least one input is required."));
  if (path === "/crm/v4/associations/deals/contacts/batch/read")
    return dealContacts(account, asked);
  const contact = /^\/crm\/v3\/objects\/contacts(?:\/(\d+))?$/.exec(path);
  if (contact && method !== "GET") return savedContact(account, contact[1], asked);
  if (path === "/crm/v3/objects/notes") return savedNote(account, asked);
  const notesOf = /^\/crm\/v4\/objects\/contacts\/(\d+)\/associations\/notes$/.exec(path)?.[1];
  if (notesOf) {
    const results = account.notes.filter(({ contactId }) => contactId === notesOf);
    return json(200, { results: results.map(({ id }) => ({ toObjectId: Number(id) })) });
  }
  return null;
}

function owners({ owners }: Account, { query }: Asked): Reply {
  const email = query.get("email");
  const results = owners.filter((one) => !email || one.email.toLowerCase() === email);
  return json(200, { results: results.map((one) => ({ ...one, archived: false })) });
}

function dealContacts({ deals }: Account, { body }: Asked): Reply {
  const { inputs } = body as { inputs: { id: string }[] };
  const results = deals
    .filter(({ id, contactIds }) => contactIds.length > 0 && inputs.some((one) => one.id === id))
    .map(({ id, contactIds }) => ({
      from: { id },
      to: contactIds.map((contactId) => ({ toObjectId: Number(contactId) })),
    }));
  return json(results.length === inputs.length ? 200 : 207, { status: "COMPLETE", results });
}

function savedContact(account: Account, id: string | undefined, { body }: Asked): Reply {
  const { properties } = body as { properties: Record<string, string> };
  const fault = valueFault(account, properties);
  if (fault) return fault;
  const known = account.contacts.find((one) => one.id === id);
  if (id && !known) return notThere();
  const others = account.contacts.filter((one) => one.id !== id);
  for (const name of ["email", "baton_id"]) {
    const value = properties[name]?.toLowerCase();
    const other = value && others.find((one) => valuesOf(one, name).includes(value));
    if (other)
      return json(409, said("CONFLICT", `Contact already exists. Existing ID: ${other.id}`));
  }
  const lastmodifieddate = (account.now ?? new Date()).toISOString();
  const given = { ...properties, lastmodifieddate };
  if (known) Object.assign(known.properties, given);
  else account.contacts.push({ id: account.next(), properties: given });
  const saved = known ?? account.contacts.at(-1);
  return json(known ? 200 : 201, { id: saved?.id, properties: saved?.properties });
}

/** What nobody else may have; an address is one contact's, also where it is its second one. */
function valuesOf({ properties: of }: HubspotContact, name: string): string[] {
  const more = name === "email" ? (of.hs_additional_emails ?? "").split(";") : [];
  return [of[name] ?? "", ...more].map((one) => one.trim().toLowerCase());
}

function valueFault(account: Account, properties: Record<string, string>): Reply | null {
  for (const [name, value] of Object.entries(properties)) {
    const of = account.properties.find((one) => one.name === name);
    if (!of) return invalid(name, "PROPERTY_DOESNT_EXIST");
    if (of.modificationMetadata.readOnlyValue) return invalid(name, "READ_ONLY_VALUE");
    if (of.type === "number" && Number.isNaN(Number(value))) return invalid(name, "INVALID_DOUBLE");
    const offered = of.options.some((option) => option.value === value);
    if (of.type === "date" && !/^\d{4}-\d\d-\d\d$/.test(value))
      return invalid(name, "INVALID_DATE");
    if (of.options.length > 0 && !offered) return invalid(name, "INVALID_OPTION");
    if (name === "email" && !value.includes("@")) return invalid(name, "INVALID_EMAIL");
  }
  return null;
}

function savedNote(account: Account, { body }: Asked): Reply {
  const { properties, associations } = body as {
    properties: Record<string, string>;
    associations: { to: { id: string }; types: { associationTypeId: number }[] }[];
  };
  const [on] = associations;
  if (!properties.hs_timestamp || on?.types[0]?.associationTypeId !== 202)
    return json(400, said("VALIDATION_ERROR", "Some required properties were not set."));
  if (!account.contacts.some(({ id }) => id === on.to.id)) return notThere();
  account.notes.push({ id: account.next(), contactId: on.to.id, properties });
  return json(201, { id: account.notes.at(-1)?.id, properties });
}
