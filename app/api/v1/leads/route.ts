import { apiRoute, withKey } from "@/lib/access/requests/route";
import { listLeads, takeLead } from "@/lib/api/leads/endpoints";
import { leadDocumentOf } from "@/lib/api/leads/lead-document";
import { leadPage, leadRecord } from "@/lib/api/leads/queries";
import { standardAt } from "@/lib/gate/queries";
import { captureLeads } from "@/lib/intake/commands";

const list = withKey(listLeads, async ({ actor, query, now }) => {
  const { limit, cursor, ...filter } = query;
  const { records, ...page } = await leadPage(actor, filter, limit, cursor);
  const standard = await standardAt(now);
  return Response.json({
    data: records.map((record) => leadDocumentOf(record, standard)),
    ...page,
  });
});

const take = withKey(takeLead, async ({ actor, body, covers, now }) => {
  const capture = { input: body, source: "form", provider: actor.name } as const;
  const [captured] = await captureLeads(actor, [capture], now);
  const record = captured && (await leadRecord(actor, captured.leadId));
  if (!record) throw new Error("A lead that was just captured is not there.");
  const status = captured.result === "new" ? 201 : 200;
  const headers = { Location: `/api/v1/leads/${record.id}` };
  // Who may only send leads learns nothing of a known one by sending its address.
  const told = covers("leads:read")
    ? leadDocumentOf(record, await standardAt(now))
    : { id: record.id, status: record.status };
  return Response.json(told, { status, headers });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(list, take);
