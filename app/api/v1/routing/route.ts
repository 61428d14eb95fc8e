import { problem } from "@/lib/access/requests/problem";
import { apiRoute, withKey } from "@/lib/access/requests/route";
import { decideRouting } from "@/lib/api/routing/decision";
import { routedOf, routeNamedLead, withdrawNamedRouting } from "@/lib/api/routing/endpoints";
import { leadCalled } from "@/lib/api/routing/queries";
import { refusalOf } from "@/lib/api/routing/refusal";
import { withdrawDecision } from "@/lib/gate/elsewhere/commands";

const route = withKey(routeNamedLead, async ({ actor, body, now }) => {
  const { owner, reason, decidedAt, ...names } = body;
  const leadId = await leadCalled(actor, names);
  const decided = leadId
    ? await decideRouting(actor, leadId, { owner, reason, decidedAt }, now)
    : { result: "no lead" as const };
  if (!("handoff" in decided)) return refusalOf(decided, "No lead is called so.");
  const { result, handoff } = decided;
  const headers = { Location: `/api/v1/handoffs/${handoff.id}` };
  return Response.json(routedOf(decided), { status: result === "routed" ? 201 : 200, headers });
});

const withdraw = withKey(withdrawNamedRouting, async ({ actor, query, now }) => {
  const leadId = await leadCalled(actor, query);
  const withdrawn = leadId && (await withdrawDecision(actor, { leadId }, now));
  if (!withdrawn) return problem(404, "No decision of this key waits for this lead.");
  return new Response(null, { status: 204 });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(route, withdraw);
