import { sql } from "drizzle-orm";
import { connection } from "@/db/schema/connection";
import { handoff } from "@/db/schema/handoff";
import { crm, crmRecord } from "@/db/schema/outgoing";
import { IS_ANOTHERS } from "@/lib/connections/crm/owners/queries";
import { recordAddress } from "@/lib/connections/crm/record-address";
import type { CrmView } from "../view";

type InCrm = { isAnothers: boolean } & { [of in "host" | "stage" | "owner"]: string | null } & {
  [of in "id" | "system" | "name" | "object" | "recordId"]: string;
};

/**
 * The lead's records in the CRMs that are connected, as one value of the handoff's own statement;
 * found by connection, since each has one at most.
 */
export const IN_CRMS = sql<InCrm[] | null>`(select jsonb_agg(jsonb_build_object(
    'id', ${connection.id}, 'system', ${connection.system}, 'name', ${connection.name},
    'host', ${connection.settings} ->> 'address', 'object', ${crmRecord.object},
    'recordId', ${crmRecord.recordId}, 'stage', ${crmRecord.stage},
    'owner', coalesce(${crmRecord.ownerName}, ${crmRecord.ownerEmail}),
    'isAnothers', ${IS_ANOTHERS}) order by ${connection.name})
  from ${crm} join ${connection} on ${connection.id} = ${crm.connectionId}
  join ${crmRecord} on ${crmRecord.connectionId} = ${crm.connectionId}
    and ${crmRecord.leadId} = ${handoff.leadId}
  where ${connection.removedAt} is null)`;

/** What the handoff's page says of them. */
export const crmViews = (found: readonly InCrm[] | null): CrmView[] =>
  (found ?? []).map(({ id, system, name, host, object, recordId, ...said }) => ({
    id,
    name,
    ...said,
    address: recordAddress(system, host, { object, recordId }),
  }));
