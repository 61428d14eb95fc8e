import { apiRoute, withKey } from "@/lib/access/requests/route";
import { listHandoffs } from "@/lib/api/handoffs/endpoints";
import { handoffDocumentOf } from "@/lib/api/handoffs/handoff-document";
import { handoffPage } from "@/lib/api/handoffs/queries";

const list = withKey(listHandoffs, async ({ actor, query }) => {
  const { since, limit, cursor } = query;
  const { records, ...page } = await handoffPage(actor, since, limit, cursor);
  return Response.json({
    data: records.map(({ id, snapshot }) => handoffDocumentOf(id, snapshot)),
    ...page,
  });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(list);
