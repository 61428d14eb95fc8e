import { declined, pageRoute, typedBody } from "@/lib/access/requests/page-route";
import { logAttempt } from "@/lib/handoff/commands";
import { attemptInput } from "@/lib/handoff/input";
import { isId } from "@/lib/platform/is-id";

/** Bytes; the words are the longest part. */
const LIMIT = 32 * 1024;

/**
 * Logs an attempt of the signed-in rep (Q.2). A route and no action: actions of one page wait for
 * each other, and an attempt stops the clock. Answers an outcome in JSON.
 */
export const POST = pageRoute("work the queue", async ({ viewer, request, id, now }) => {
  const attempt = await typedBody(request, attemptInput, LIMIT);
  if (attempt instanceof Response) return attempt;
  if (!isId(id)) return declined(404, "There is no such handoff.");
  const outcome = await logAttempt(viewer, { ...attempt, handoffId: id }, now);
  return outcome.ok ? Response.json(outcome) : declined(404, outcome.reason);
});
