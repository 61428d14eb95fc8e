import { pageRoute, typedBody } from "@/lib/access/requests/page-route";
import { workOn } from "@/lib/documentation/claims/commands";
import { workInput } from "@/lib/documentation/claims/input";

const LIMIT = 1_024;

/** The viewer has a lead's page open and works on it. Answers who else is on it, if anybody. */
export const POST = pageRoute("document leads", async ({ viewer, request, now }) => {
  const lead = await typedBody(request, workInput, LIMIT);
  return lead instanceof Response ? lead : Response.json(await workOn(viewer, lead, now));
});
