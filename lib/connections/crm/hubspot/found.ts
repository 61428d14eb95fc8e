import type { HubspotObject } from "../../sources/hubspot/objects";
import type { Going } from "../crm";
import { answerOf } from "../no-answer";
import { type Account, objectsBy } from "./account";
import { searched } from "./searched";

/** The contact that a lead is there. `ofAnother`: another lead of ours has it already. */
export type Found = { recordId: string; ofAnother: boolean };

const SECOND_ADDRESSES = "hs_additional_emails";

/** All addresses by which HubSpot knows a contact. */
const addressesOf = ({ properties }: HubspotObject) =>
  [properties.email ?? "", ...(properties[SECOND_ADDRESSES] ?? "").split(";")]
    .map((one) => one.trim().toLowerCase())
    .filter(Boolean);

/**
 * The contacts of leads: by our id, else by the address, which HubSpot gives to one contact only.
 * Both are read and not searched for: a search does not know yet what was made a moment ago.
 */
export async function foundContacts(
  account: Account,
  going: readonly Going[],
): Promise<Map<string, Found>> {
  const { idField } = account;
  const asked = [idField, "email", SECOND_ADDRESSES];
  const ids = going.map(({ leadId }) => leadId);
  const own = await objectsBy(account, "contacts", idField, ids, asked);
  const found = new Map(
    own.map((one) => [one.properties[idField] ?? "", { recordId: one.id, ofAnother: false }]),
  );
  const rest = going.filter(({ leadId, email }) => email && !found.has(leadId));
  const emails = [...new Set(rest.flatMap(({ email }) => (email ? [email] : [])))];
  const same = await objectsBy(account, "contacts", "email", emails, asked);
  for (const { leadId, email } of rest) {
    const one = same.find((contact) => addressesOf(contact).includes(email?.toLowerCase() ?? ""));
    if (one) found.set(leadId, { recordId: one.id, ofAnother: Boolean(one.properties[idField]) });
  }
  return found;
}

/** What a contact is to a lead. */
function asFound({ idField }: Account, { id, properties }: HubspotObject, leadId: string): Found {
  const other = properties[idField];
  return { recordId: id, ofAnother: Boolean(other) && other !== leadId };
}

/**
 * The contact beside which HubSpot refused to make another (409): the one that it names, where it names
 * one that is there (`existing`), else by our id, by the address, or by a second address, which only a
 * search finds. Undefined where none is found: it may be too new for the search.
 */
export async function foundBeside(
  account: Account,
  going: Going,
  existing: string | undefined,
): Promise<Found | undefined> {
  const { leadId, email } = going;
  const { idField } = account;
  const [named] = existing ? await objectsBy(account, "contacts", null, [existing], [idField]) : [];
  if (named) return asFound(account, named, leadId);
  const known = (await foundContacts(account, [going])).get(leadId);
  if (known || !email) return known;
  const address = email.toLowerCase();
  const filter = { propertyName: SECOND_ADDRESSES, operator: "CONTAINS_TOKEN", value: address };
  const asked = [idField, "email", SECOND_ADDRESSES];
  const some = await answerOf(() => searched(account, "contacts", [filter], asked));
  if (!Array.isArray(some)) return undefined;
  const one = some.find((contact) => addressesOf(contact).includes(address));
  return one && asFound(account, one, leadId);
}
