import { problem } from "@/lib/access/requests/problem";
import { apiRoute, withKey } from "@/lib/access/requests/route";
import { showLead } from "@/lib/api/leads/endpoints";
import { leadDocumentOf } from "@/lib/api/leads/lead-document";
import { leadRecord } from "@/lib/api/leads/queries";
import { standardAt } from "@/lib/gate/queries";
import { isId } from "@/lib/platform/is-id";

const show = withKey(showLead, async ({ actor, params, now }) => {
  const record = isId(params.id) ? await leadRecord(actor, params.id) : null;
  if (!record) return problem(404, "There is no lead with this id.");
  return Response.json(leadDocumentOf(record, await standardAt(now)));
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(show);
