import { rowReach } from "@/components/queue/row/row-reach";
import { declined, pageRoute } from "@/lib/access/requests/page-route";
import { NO_LEAD } from "@/lib/intake/lead-id";
import { isId } from "@/lib/platform/is-id";
import { reachOf } from "@/lib/queue/finding/queries";

/** How to reach one lead of the viewer's own; asked for when its row is looked at closely. */
export const GET = pageRoute("work the queue", async ({ viewer, search, now }) => {
  const lead = search.get("lead") ?? undefined;
  const reach = isId(lead) && (await reachOf(viewer, lead));
  if (!reach) return declined(404, NO_LEAD);
  return Response.json(rowReach(reach, { reader: viewer, now }));
});
