import { problem } from "@/lib/access/requests/problem";
import { apiRoute, withKey } from "@/lib/access/requests/route";
import { renewSecret } from "@/lib/api/rest-hooks/endpoints";
import { renewHookSecret } from "@/lib/connections/rest-hooks/commands";
import { isId } from "@/lib/platform/is-id";

const renew = withKey(renewSecret, async ({ actor, keyId, params, body: { hours }, now }) => {
  const { id: hookId } = params;
  const outcome = isId(hookId) ? await renewHookSecret(actor, { keyId, hookId, hours }, now) : null;
  if (!outcome) return problem(404, "This key has no hook with this id.");
  if (!outcome.ok) return problem(409, outcome.reason);
  return Response.json(outcome.value, { headers: { "Cache-Control": "no-store" } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(renew);
