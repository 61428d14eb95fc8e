import type { HubspotObject } from "../../sources/hubspot/objects";
import type { Going } from "../crm";
import { type Account, objectsBy } from "./account";

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

/** The contact with a number of HubSpot's, as what it is to a lead; undefined where it is gone. */
export async function foundAs(
  account: Account,
  recordId: string,
  leadId: string,
): Promise<Found | undefined> {
  const { idField } = account;
  const [one] = await objectsBy(account, "contacts", null, [recordId], [idField]);
  const other = one?.properties[idField];
  return one && { recordId: one.id, ofAnother: Boolean(other) && other !== leadId };
}
