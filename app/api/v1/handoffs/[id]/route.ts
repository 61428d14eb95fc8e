import { problem } from "@/lib/access/requests/problem";
import { apiRoute, withKey } from "@/lib/access/requests/route";
import { showHandoff } from "@/lib/api/handoffs/endpoints";
import { handoffDocumentOf } from "@/lib/api/handoffs/handoff-document";
import { handoffRecord } from "@/lib/api/handoffs/queries";
import { isId } from "@/lib/platform/is-id";

const show = withKey(showHandoff, async ({ actor, params }) => {
  const record = isId(params.id) ? await handoffRecord(actor, params.id) : null;
  if (!record) return problem(404, "There is no handoff with this id.");
  return Response.json(handoffDocumentOf(record.id, record.snapshot));
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(show);
