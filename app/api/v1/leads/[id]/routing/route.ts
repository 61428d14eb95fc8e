import { inWords } from "@/lib/access/field-errors";
import { problem } from "@/lib/access/problem";
import { apiRoute, withKey } from "@/lib/access/route";
import { handoffDocumentOf } from "@/lib/api/handoffs/handoff-document";
import { decideRouting } from "@/lib/api/routing/decision";
import { routeLead, withdrawRouting } from "@/lib/api/routing/endpoints";
import { withdrawDecision } from "@/lib/gate/elsewhere/commands";
import { isId } from "@/lib/platform/is-id";

const route = withKey(routeLead, async ({ actor, params, body, now }) => {
  const decided = isId(params.id)
    ? await decideRouting(actor, params.id, body, now)
    : { result: "no lead" as const };
  switch (decided.result) {
    case "no lead":
      return problem(404, "There is no lead with this id.");
    case "wrong":
      return problem(400, inWords([decided.error]), { errors: [decided.error] });
    case "hindered":
      return problem(409, `${decided.owner} ${decided.why}.`);
    case "refused":
      return problem(409, decided.reason, { missing: [] });
    case "held": {
      const { reason, missing, kept } = decided;
      return problem(409, reason, { missing: missing.map(({ id }) => id), kept });
    }
    default: {
      const { id, snapshot } = decided.handoff;
      const status = decided.result === "routed" ? 201 : 200;
      const headers = { Location: `/api/v1/handoffs/${id}` };
      return Response.json(handoffDocumentOf(id, snapshot), { status, headers });
    }
  }
});

const withdraw = withKey(withdrawRouting, async ({ actor, params: { id: leadId }, now }) => {
  const withdrawn = isId(leadId) && (await withdrawDecision(actor, { leadId }, now));
  if (!withdrawn) return problem(404, "No decision of this key waits for this lead.");
  return new Response(null, { status: 204 });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(route, withdraw);
