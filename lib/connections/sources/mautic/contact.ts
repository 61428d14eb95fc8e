import { asObject, type Loose, textOf } from "@/lib/intake/tracking/loose";
import { externalIdOf } from "../external-id";

/** Mautic's own fields by the names that leads have here. */
const FIELDS = {
  email: ["email"],
  firstName: ["firstname"],
  lastName: ["lastname"],
  jobTitle: ["position"],
  company: ["company"],
  companyDomain: ["companywebsite", "website"],
  phone: ["phone", "mobile"],
  linkedinUrl: ["linkedin"],
  language: ["preferred_locale"],
  region: ["country"],
} as const;

/** Ours for a contact's id: two systems may both have a contact 12. */
export function idOf(contact: unknown, connectionId: string): string | undefined {
  const { id } = asObject(contact);
  const known = typeof id === "number" || (typeof id === "string" && id !== "");
  return known ? externalIdOf("mautic", connectionId, id) : undefined;
}

/** All fields of a contact by their alias: they come in groups, and an empty group as a list. */
function valuesOf(contact: Loose): Loose {
  const groups = Object.values(asObject(contact.fields)).map(asObject);
  const values = groups.flatMap((group) =>
    Object.entries(group).map(([alias, field]) => [
      alias,
      // In `all`, and in older versions, the value itself stands in place of the field.
      typeof field === "object" && field !== null ? asObject(field).value : field,
    ]),
  );
  return Object.fromEntries(values.filter(([, value]) => value !== null && value !== ""));
}

/** A contact as a lead that arrives; undefined where it is a visitor whose address is not known yet. */
export function contactOf(contact: unknown, connectionId: string, at: unknown): Loose | undefined {
  const externalId = idOf(contact, connectionId);
  if (!externalId) return undefined;
  const values = valuesOf(asObject(contact));
  const given = Object.entries(FIELDS).map(([ours, theirs]) => [
    ours,
    theirs.map((name) => textOf(values, name)).find(Boolean),
  ]);
  const known = Object.fromEntries(given.filter(([, value]) => value !== undefined));
  if (!("email" in known)) return undefined;
  return { ...known, externalId, ...(at ? { capturedAt: at } : {}) };
}
