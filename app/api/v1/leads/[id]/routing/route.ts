import { problem } from "@/lib/access/requests/problem";
import { apiRoute, withKey } from "@/lib/access/requests/route";
import { handoffDocumentOf } from "@/lib/api/handoffs/handoff-document";
import { decideRouting } from "@/lib/api/routing/decision";
import { routedOf, routeLead, withdrawRouting } from "@/lib/api/routing/endpoints";
import { refusalOf } from "@/lib/api/routing/refusal";
import { withdrawDecision } from "@/lib/gate/elsewhere/commands";
import { isId } from "@/lib/platform/is-id";

const route = withKey(routeLead, async ({ actor, params, body, covers, now }) => {
  const decided = isId(params.id)
    ? await decideRouting(actor, params.id, body, now)
    : { result: "no lead" as const };
  if (!("handoff" in decided)) return refusalOf(decided, "There is no lead with this id.");
  const { id, snapshot } = decided.handoff;
  const status = decided.result === "routed" ? 201 : 200;
  const headers = { Location: `/api/v1/handoffs/${id}` };
  // Who may only route leads reads nothing of one by routing it.
  const told = covers("handoffs:read") ? handoffDocumentOf(id, snapshot) : routedOf(decided);
  return Response.json(told, { status, headers });
});

const withdraw = withKey(withdrawRouting, async ({ actor, params: { id: leadId }, now }) => {
  const withdrawn = isId(leadId) && (await withdrawDecision(actor, { leadId }, now));
  if (!withdrawn) return problem(404, "No decision of this key waits for this lead.");
  return new Response(null, { status: 204 });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(route, withdraw);
