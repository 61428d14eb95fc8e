import { z } from "zod";
import { shortened } from "@/lib/platform/shown-text";
import type { Going } from "../crm";
import { type Account, allOf, saved, told, toldOrGone } from "./account";
import { type Field, type Fields, valuesFor } from "./fields";

const LEADS = "/api/v1/leads";
const LONGEST_TITLE = 255;

/** A lead as version 1 tells it: its custom fields stand beside the others. */
const lead = z.looseObject({
  id: z.string(),
  person_id: z.number().nullish(),
  is_archived: z.boolean().optional(),
  owner_id: z.number().nullish(),
  update_time: z.string().nullish(),
});
export type Lead = z.infer<typeof lead>;
export const leadShape = lead;

const hits = z.object({
  success: z.literal(true),
  data: z.object({ items: z.array(z.object({ item: z.object({ id: z.number() }) })) }),
});

/** The deal that a lead was turned into: it keeps the field with our id. */
export async function dealOfLead(account: Account, leadId: string): Promise<string | null> {
  const query = { term: leadId, fields: "custom_fields", exact_match: "true", limit: "10" };
  const { data } = await told(account, "/api/v2/deals/search", { query }, hits);
  const [first] = data.items;
  return first ? String(first.item.id) : null;
}

/** The lead that we wrote before, while it is one. */
export const leadThere = ({ recordId }: Pick<Going, "recordId">, account: Account) =>
  recordId === null ? null : toldOrGone(account, `${LEADS}/${encodeURIComponent(recordId)}`, lead);

/**
 * The lead of a person that is this one: by our id, else the only one that is open, which somebody
 * made before us. The list of a person's leads is read, not searched for.
 */
async function foundLead(account: Account, personId: number, leadId: string, id: Field) {
  const rows = await allOf(account, LEADS, { person_id: String(personId) }, lead);
  const own = rows.find((row) => row[id.key] === leadId);
  const free = rows.filter((row) => !row[id.key]);
  return own ?? (free.length === 1 ? free[0] : undefined);
}

/** Writes the lead of a person. Answers its id. */
export async function writeLead(
  account: Account,
  going: Going,
  personId: number,
  given: {
    fields: Fields;
    id: Field;
    ownerId: number | undefined;
    organisation: number | undefined;
    there: Lead | null;
  },
): Promise<string> {
  const { fields, id, ownerId, organisation, there } = given;
  const found = there ?? (await foundLead(account, personId, going.leadId, id));
  const values = {
    ...valuesFor("lead", going.values, fields),
    [id.key]: going.leadId,
    ...(ownerId === undefined ? {} : { owner_id: ownerId }),
  };
  const name = String(going.values["Person: Name"] ?? going.lastName);
  const beside = organisation === undefined ? {} : { organization_id: organisation };
  const title = shortened(`${name}, ${going.company}`, LONGEST_TITLE - 1);
  const question = found
    ? { method: "PATCH" as const, body: values }
    : { body: { title, person_id: personId, ...beside, ...values } };
  const { data } = await told(account, found ? `${LEADS}/${found.id}` : LEADS, question, saved);
  return data.id;
}
