import { problem } from "@/lib/access/requests/problem";
import { apiRoute, withKey } from "@/lib/access/requests/route";
import { unsubscribe } from "@/lib/api/rest-hooks/endpoints";
import { unsubscribeHook } from "@/lib/connections/rest-hooks/commands";
import { isId } from "@/lib/platform/is-id";

const end = withKey(unsubscribe, async ({ actor, keyId, params, now }) => {
  const { id: hookId } = params;
  const ended = isId(hookId) && (await unsubscribeHook(actor, { keyId, hookId }, now));
  if (!ended) return problem(404, "This key has no hook with this id.");
  return new Response(null, { status: 204 });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(end);
