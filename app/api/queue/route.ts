import { z } from "zod";
import { queueLine } from "@/components/queue/queue-line";
import { declined, pageRoute } from "@/lib/access/requests/page-route";
import { queuePlace } from "@/lib/queue/place/queries";
import { queueRows } from "@/lib/queue/queries";
import type { QueuePlace } from "@/lib/queue/row";
import { MORE_ROWS, MOST_ROWS, parseView, ROWS_AT_ONCE } from "@/lib/queue/view";

/** More is asked by nobody who comes back. */
const leadIds = z.array(z.guid()).max(10);

/**
 * The rows of the viewer's own list that follow the first so many, up to `limit`, or at least as far
 * as the lead that `through` names, or the first of several that is in the list; the other parameters
 * are as for `/queue`.
 */
export const GET = pageRoute("work the queue", async ({ viewer, search, now }) => {
  const after = Number(search.get("after") ?? 0);
  if (!Number.isSafeInteger(after) || after < 0) {
    return declined(400, "after is no number of rows.");
  }
  const view = parseView(Object.fromEntries(search), now);
  const through = leadIds.safeParse(search.get("through")?.split(",")).data ?? [];
  let place: QueuePlace | null = null;
  for (const id of through) place ??= await queuePlace(viewer, view, id, now);
  const asked = place ? place.at - after + MORE_ROWS : Number(search.get("limit") ?? MORE_ROWS);
  const limit = Math.min(
    Math.max(Math.trunc(asked) || 0, MORE_ROWS),
    place ? MOST_ROWS : ROWS_AT_ONCE,
  );
  const rows = await queueRows(viewer, view, now, { after, limit });
  return Response.json(rows.map((row) => queueLine(row, viewer, now)));
});
