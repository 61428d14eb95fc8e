import { z } from "zod";
import { queueLine } from "@/components/queue/queue-line";
import { currentViewer } from "@/lib/access/current-viewer";
import { may } from "@/lib/access/permissions";
import { problem } from "@/lib/access/problem";
import { systemClock } from "@/lib/platform/clock";
import { queuePlace } from "@/lib/queue/place/queries";
import { queueRows } from "@/lib/queue/queries";
import { MORE_ROWS, MOST_ROWS, parseView, ROWS_AT_ONCE } from "@/lib/queue/view";

/**
 * The rows of the viewer's own list that follow the first so many, up to `limit`, or at least as far
 * as the lead that `through` names; the other parameters are as for `/queue`.
 */
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
  const view = parseView(Object.fromEntries(search), now);
  const through = z.guid().safeParse(search.get("through")).data;
  const place = through ? await queuePlace(viewer, view, through, now) : null;
  const asked = place ? place.at - after + MORE_ROWS : Number(search.get("limit") ?? MORE_ROWS);
  const limit = Math.min(Math.max(asked || 0, MORE_ROWS), place ? MOST_ROWS : ROWS_AT_ONCE);
  const rows = await queueRows(viewer, view, now, { after, limit });
  const lines = rows.map((row) => queueLine(row, viewer, now));
  return Response.json(lines, { headers: { "Cache-Control": "no-store" } });
}
