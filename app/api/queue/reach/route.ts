import { declined, pageRoute } from "@/lib/access/page-route";
import { isId } from "@/lib/platform/is-id";
import { reachOf } from "@/lib/queue/finding/queries";

/** How to reach one lead of the viewer's own; asked for when its row is looked at closely. */
export const GET = pageRoute("work the queue", async ({ viewer, search }) => {
  const lead = search.get("lead") ?? undefined;
  const reach = isId(lead) && (await reachOf(viewer, lead));
  return reach ? Response.json(reach) : declined(404, "There is no such lead.");
});
