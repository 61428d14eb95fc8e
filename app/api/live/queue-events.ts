import type { QueueNews } from "@/components/queue/live/news";
import { queueLine } from "@/components/queue/queue-line";
import type { Viewer } from "@/lib/access/viewer";
import type { LiveEvent } from "@/lib/queue/live/stream";
import { queueCounts, queuePlace, queueRowsOf } from "@/lib/queue/queries";
import { type QueueView, viewQuery } from "@/lib/queue/view";

/** More than a person can follow; the page then loads its list anew. */
const MANY = 100;

/** What became of leads of the viewer's queue, each row with its place in the list as it is now. */
export async function queueNews(
  viewer: Viewer,
  view: QueueView,
  leadIds: string[],
  now: Date,
): Promise<LiveEvent> {
  if (leadIds.length > MANY) return { event: "reload" };
  const fresh = { ...view, asOf: null };
  const rows = await queueRowsOf(viewer, fresh, leadIds, now);
  const news = rows.map(async (row): Promise<QueueNews["rows"][number]> => {
    const place = row.shown ? await queuePlace(viewer, fresh, row.leadId, now) : null;
    const isNew = view.asOf !== null && row.routedAt > view.asOf;
    return { line: queueLine(row, viewer, now), shown: row.shown, isNew, place };
  });
  const there = new Set(rows.map(({ leadId }) => leadId));
  const data: QueueNews = {
    rows: await Promise.all(news),
    gone: leadIds.filter((id) => !there.has(id)),
    query: viewQuery({ ...view, asOf: now }),
  };
  return { event: "leads", data };
}

/** How the list stands; also the sign that one still hears. */
export async function queueBeat(viewer: Viewer, view: QueueView, now: Date): Promise<LiveEvent> {
  return { event: "counts", data: await queueCounts(viewer, { ...view, asOf: null }, now) };
}
