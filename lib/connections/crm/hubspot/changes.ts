import { CONTACT_CHANGED } from "../../sources/hubspot/contact";
import type { CrmChanges, RecordChange } from "../crm";
import type { Account } from "./account";
import { changedDeals } from "./deals";
import { allOwners, type Owner } from "./owners";
import { changedSince } from "./searched";

/** A search may know of a change some minutes late: they are read again, which changes nothing twice. */
const OVERLAP_MS = 5 * 60_000;

/**
 * What changed on the contacts that Baton wrote, and on the deals that hang on them, since a moment.
 */
export async function changesSince(account: Account, since: Date): Promise<CrmChanges> {
  const from = new Date(since.getTime() - OVERLAP_MS);
  const { idField } = account;
  const properties = [idField, "hubspot_owner_id", "lifecyclestage", "hs_lead_status"];
  const only = [{ propertyName: idField, operator: "HAS_PROPERTY" }];
  const asked = { changed: CONTACT_CHANGED, properties: [...properties, CONTACT_CHANGED], only };
  const contacts = await changedSince(account, "contacts", asked, from);
  const owners = contacts.objects.length > 0 ? await allOwners(account) : [];
  const deals = await changedDeals(account, from);
  const until = new Date(Math.min(contacts.until.getTime(), deals.until.getTime()));
  return {
    records: contacts.objects.map(({ id, properties: of }) => recordOf(id, of, idField, owners)),
    deals: deals.changes,
    until: until > since ? until : since,
    theirs: contacts.theirs,
  };
}

function recordOf(
  recordId: string,
  of: { [name: string]: string | null },
  idField: string,
  owners: readonly Owner[],
): RecordChange {
  const owner = owners.find(({ id }) => id === of.hubspot_owner_id);
  return {
    ...{ leadId: of[idField] ?? "", object: "contact", recordId },
    owner: owner ? { name: owner.name, email: owner.email } : null,
    stage: of.hs_lead_status || of.lifecyclestage || null,
    dealId: null,
  };
}
