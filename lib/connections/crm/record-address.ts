import { type CrmId, isCrmId } from "./crm";

type Shown = { object: string; recordId: string };

/** Each CRM's own address of a record, on the host that people open it on; null where that host is not known. */
const SHOWN: Record<CrmId, (host: URL, record: Shown) => string | null> = {
  // My Domain opens any record by its id; the general sign-in does not know whose org it is.
  salesforce: ({ hostname, origin }, { recordId }) =>
    hostname.endsWith(".my.salesforce.com") ? `${origin}/${recordId}` : null,
  // A contact's address bears the account's number, which no setting tells.
  hubspot_crm: () => null,
  pipedrive: ({ hostname, origin }, { object, recordId }) =>
    hostname.endsWith(".pipedrive.com") && hostname !== "api.pipedrive.com"
      ? `${origin}/${object === "deal" ? "deal" : "leads/inbox"}/${recordId}`
      : null,
};

/** Where a person opens a record of a CRM that is connected at `address`; null where that is not known. */
export function recordAddress(system: string, address: unknown, record: Shown): string | null {
  if (!isCrmId(system) || typeof address !== "string" || !URL.canParse(address)) return null;
  const { object, recordId } = record;
  return SHOWN[system](new URL(address), { object, recordId: encodeURIComponent(recordId) });
}
