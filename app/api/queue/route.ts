import { queueLine } from "@/components/queue/queue-line";
import { currentViewer } from "@/lib/access/current-viewer";
import { may } from "@/lib/access/permissions";
import { problem } from "@/lib/access/problem";
import { systemClock } from "@/lib/platform/clock";
import { queueRows } from "@/lib/queue/queries";
import { parseView } from "@/lib/queue/view";

/** The rows of the viewer's own list that follow the first so many; parameters as for `/queue`. */
export async function GET(request: Request): Promise<Response> {
  const now = systemClock();
  const viewer = await currentViewer();
  if (!viewer) return problem(401, "You are signed out.");
  if (!may(viewer, "work the queue")) return problem(404, "There is no queue of yours.");
  const search = new URL(request.url).searchParams;
  const after = Number(search.get("after") ?? 0);
  if (!Number.isSafeInteger(after) || after < 0) {
    return problem(400, "after is no number of rows.");
  }
  const rows = await queueRows(viewer, parseView(Object.fromEntries(search), now), now, { after });
  const lines = rows.map((row) => queueLine(row, viewer, now));
  return Response.json(lines, { headers: { "Cache-Control": "no-store" } });
}
