import { apiRoute, withKey } from "@/lib/access/route";
import { cursorOf } from "@/lib/api/cursor";
import { listHandoffs } from "@/lib/api/handoffs/endpoints";
import { handoffDocumentOf } from "@/lib/api/handoffs/handoff-document";
import { handoffPage } from "@/lib/api/handoffs/queries";

const list = withKey(listHandoffs, async ({ actor, query }) => {
  const { since, limit, cursor } = query;
  const { records, total, more } = await handoffPage(actor, since, limit, cursor);
  const last = more ? records.at(-1) : undefined;
  return Response.json({
    data: records.map(({ id, snapshot }) => handoffDocumentOf(id, snapshot)),
    nextCursor: last ? cursorOf({ at: last.snapshot.routedAt, id: last.id }) : null,
    total,
  });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(list);
