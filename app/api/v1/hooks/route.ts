import { problem } from "@/lib/access/requests/problem";
import { apiRoute, withKey } from "@/lib/access/requests/route";
import { cursorOf } from "@/lib/api/cursor";
import { listHooks, subscribe } from "@/lib/api/rest-hooks/endpoints";
import { subscribeHook } from "@/lib/connections/rest-hooks/commands";
import { hookCount, hooksOf } from "@/lib/connections/rest-hooks/queries";

const list = withKey(listHooks, async ({ actor, keyId, query }) => {
  const { limit, cursor: after } = query;
  const [found, total] = await Promise.all([
    hooksOf(actor, keyId, { limit: limit + 1, after }),
    hookCount(actor, keyId),
  ]);
  const data = found.slice(0, limit);
  const last = found.length > limit ? data.at(-1) : undefined;
  const nextCursor = last ? cursorOf({ at: last.createdAt.toISOString(), id: last.id }) : null;
  return Response.json({ data, nextCursor, total });
});

const add = withKey(subscribe, async ({ actor, keyId, body, now }) => {
  const outcome = await subscribeHook(actor, { keyId, ...body }, now);
  if (!outcome.ok) return problem(409, outcome.reason);
  const { secret, ...hook } = outcome.value;
  return secret === null
    ? Response.json(hook)
    : Response.json({ ...hook, secret }, { status: 201, headers: { "Cache-Control": "no-store" } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(list, add);
