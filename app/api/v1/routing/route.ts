import { inWords } from "@/lib/access/field-errors";
import { problem } from "@/lib/access/problem";
import { apiRoute, withKey } from "@/lib/access/route";
import { decideRouting } from "@/lib/api/routing/decision";
import { routeNamedLead } from "@/lib/api/routing/endpoints";
import { leadCalled } from "@/lib/api/routing/queries";

const route = withKey(routeNamedLead, async ({ actor, body, now }) => {
  const { owner, reason, decidedAt = now, ...names } = body;
  const leadId = await leadCalled(actor, names);
  const decided = leadId
    ? await decideRouting(actor, leadId, { owner, reason, decidedAt }, now)
    : { result: "no lead" as const };
  switch (decided.result) {
    case "no lead":
      return problem(404, "No lead is called so.");
    case "wrong":
      return problem(400, inWords([decided.error]), { errors: [decided.error] });
    case "hindered":
      return problem(409, `${decided.owner} ${decided.why}.`);
    case "held":
      return problem(409, decided.reason, { missing: decided.missing.map(({ id }) => id) });
    default: {
      const { result, handoff } = decided;
      const { leadId: id, routedAt } = handoff.snapshot;
      const told = { result, leadId: id, handoffId: handoff.id, routedAt };
      const headers = { Location: `/api/v1/handoffs/${handoff.id}` };
      return Response.json(told, { status: result === "routed" ? 201 : 200, headers });
    }
  }
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(route);
