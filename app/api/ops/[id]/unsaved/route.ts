import { declined, pageRoute, typedBody } from "@/lib/access/requests/page-route";
import { takeSign } from "@/lib/documentation/unsaved/commands";
import { signInput } from "@/lib/documentation/unsaved/input";
import { pageNews } from "@/lib/documentation/unsaved/queries";
import { NO_LEAD } from "@/lib/intake/lead-id";
import { isId } from "@/lib/platform/is-id";

const LIMIT = 256 * 1024;

/**
 * Keeps what is being typed on a lead's page, and answers who else is there. No action: those of
 * one page wait for each other, and typing waits for nobody.
 */
export const POST = pageRoute("document leads", async ({ viewer, request, id, now }) => {
  if (!isId(id)) return declined(404, NO_LEAD);
  const sign = await typedBody(request, signInput, LIMIT);
  if (sign instanceof Response) return sign;
  const outcome = await takeSign(viewer, id, sign, now);
  if (!outcome.ok) return declined(404, outcome.reason);
  return Response.json(await pageNews(viewer, id, now));
});
