import { CONTACT_CHANGED } from "../../sources/hubspot/contact";
import type { CrmChanges, ReadFrom, RecordChange } from "../crm";
import { markOf, whileListing } from "../reading/marks";
import { type Account, objectsBy } from "./account";
import { changedDeals } from "./deals";
import { allOwners, type Owner } from "./owners";
import { changedSince } from "./searched";

/** What changed on the contacts that Baton wrote, and on the deals that hang on them. */
export async function changesSince(
  account: Account,
  { since, marks, handedOverSince }: ReadFrom,
): Promise<CrmChanges> {
  const { idField } = account;
  const properties = [idField, "hubspot_owner_id", "lifecyclestage", "hs_lead_status"];
  const only = [{ propertyName: idField, operator: "HAS_PROPERTY" }];
  const asked = { changed: CONTACT_CHANGED, properties: [CONTACT_CHANGED], only };
  const listing = { ...account, signal: whileListing(account.signal) };
  const contacts = await changedSince(listing, "contacts", asked, markOf(marks, "contacts", since));
  // A search learns late: what it says of a contact may be from before the owner that Baton set there.
  const ids = contacts.rows.map(({ id }) => id);
  const current = await objectsBy(account, "contacts", null, ids, properties);
  const owners = current.length > 0 ? await allOwners(account) : [];
  const before = markOf(marks, "deals", since);
  const deals = contacts.broke
    ? { changes: [], mark: before, broke: contacts.broke }
    : await changedDeals(account, listing, before, handedOverSince);
  return {
    records: current.map(({ id, properties: of }) => recordOf(id, of, idField, owners)),
    deals: deals.changes,
    // Deals that nobody may see, or that no lead can have become yet, are asked for from now on.
    marks: { contacts: contacts.mark, deals: deals.mark ?? { since: contacts.mark.since } },
    broke: deals.broke,
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
    leadId: of[idField] ?? "",
    object: "contact",
    recordId,
    owner: owner ? { name: owner.name, email: owner.email } : null,
    stage: of.hs_lead_status || of.lifecyclestage || null,
    dealId: null,
  };
}
