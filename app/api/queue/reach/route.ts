import { currentViewer } from "@/lib/access/current-viewer";
import { may } from "@/lib/access/permissions";
import { problem } from "@/lib/access/problem";
import { isId } from "@/lib/platform/is-id";
import { reachOf } from "@/lib/queue/finding/queries";

/** How to reach one lead of the viewer's own; asked for when its row is looked at closely. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await currentViewer();
  if (!viewer) return problem(401, "You are signed out.");
  const lead = new URL(request.url).searchParams.get("lead") ?? undefined;
  const reach = may(viewer, "work the queue") && isId(lead) && (await reachOf(viewer, lead));
  if (!reach) return problem(404, "There is no such lead.");
  return Response.json(reach, { headers: { "Cache-Control": "no-store" } });
}
