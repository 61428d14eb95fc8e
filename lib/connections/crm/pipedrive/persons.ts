import { z } from "zod";
import type { Going } from "../crm";
import { type Account, pages, saved, told, toldOrGone } from "./account";
import { type Field, type Fields, valuesFor } from "./fields";

const channel = z.object({
  value: z.string(),
  primary: z.boolean().optional(),
  label: z.string().nullish(),
});
const person = z.object({
  id: z.number(),
  emails: z.array(channel).nullish(),
  phones: z.array(channel).nullish(),
  custom_fields: z.record(z.string(), z.unknown()).nullish(),
});
type Person = z.infer<typeof person>;

const hits = z.object({
  success: z.literal(true),
  data: z.object({ items: z.array(z.object({ item: z.object({ id: z.number() }) })) }),
});
const PERSONS = "/api/v2/persons";

/** The first persons that a search for exactly this finds, whole. */
async function searchedPersons(account: Account, field: "email" | "custom_fields", term: string) {
  const query = { term, fields: field, exact_match: "true", limit: "10" };
  const { data } = await told(account, `${PERSONS}/search`, { query }, hits);
  const whole = data.items.map(({ item }) => toldOrGone(account, `${PERSONS}/${item.id}`, person));
  return (await Promise.all(whole)).filter((one) => one !== null);
}

/** The persons that were made last: what was made a moment ago is not in the search yet. */
async function newestPersons(account: Account): Promise<Person[]> {
  const query = { sort_by: "add_time", sort_direction: "desc" };
  for await (const some of pages(account, PERSONS, query, person)) return some;
  return [];
}

const isOf = ({ custom_fields: of }: Person, id: Field, leadId: string) => of?.[id.key] === leadId;
const hasAddress = ({ emails }: Person, email: string | null) =>
  email !== null && (emails ?? []).some(({ value }) => value.toLowerCase() === email.toLowerCase());

/** The person that a lead is there: whose its lead is already, else by our id, else by the address. */
async function foundPerson(
  account: Account,
  { leadId, email, again }: Going,
  id: Field,
  ofLead: number | null,
) {
  const known = ofLead === null ? null : await toldOrGone(account, `${PERSONS}/${ofLead}`, person);
  if (known) return known;
  const newest = again ? await newestPersons(account) : [];
  const own = [...newest, ...(await searchedPersons(account, "custom_fields", leadId))];
  const found = own.find((one) => isOf(one, id, leadId));
  if (found) return found;
  const same = email ? await searchedPersons(account, "email", email) : [];
  return [...newest, ...same].find((one) => hasAddress(one, email));
}

/** Writes the person of a lead; one that another lead of ours has stays as it is. Answers its id. */
export async function writePerson(
  account: Account,
  going: Going,
  given: {
    fields: Fields;
    id: Field;
    ownerId: number | undefined;
    organisation: number | undefined;
    ofLead: number | null;
  },
): Promise<{ personId: number; ofAnother: boolean }> {
  const { fields, id, ownerId, organisation, ofLead } = given;
  const { name, phone, ...custom } = valuesFor("person", going.values, fields);
  const found = await foundPerson(account, going, id, ofLead);
  const other = found?.custom_fields?.[id.key];
  if (found && other && other !== going.leadId) return { personId: found.id, ofAnother: true };
  const body = {
    ...(found && !name ? {} : { name: name ?? going.lastName }),
    ...withPhone(found, phone),
    ...(found || !going.email
      ? {}
      : { emails: [{ value: going.email, primary: true, label: "work" }] }),
    ...(ownerId === undefined ? {} : { owner_id: ownerId }),
    ...(found || organisation === undefined ? {} : { org_id: organisation }),
    custom_fields: { ...custom, [id.key]: going.leadId },
  };
  const question = found ? { method: "PATCH" as const, body } : { body };
  const { data } = await told(account, found ? `${PERSONS}/${found.id}` : PERSONS, question, saved);
  return { personId: Number(data.id), ofAnother: false };
}

/** A number that is not there yet joins those that are: a list that is sent replaces all of them. */
function withPhone(found: Person | undefined, phone: unknown) {
  if (typeof phone !== "string") return {};
  const there = found?.phones ?? [];
  const digits = (text: string) => text.replace(/\D/g, "");
  if (there.some(({ value }) => digits(value) === digits(phone))) return {};
  return { phones: [...there, { value: phone, label: "work", primary: there.length === 0 }] };
}
