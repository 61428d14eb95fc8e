import type { QueueNews } from "@/components/queue/live/news";
import { queueLine } from "@/components/queue/queue-line";
import type { Viewer } from "@/lib/access/viewer";
import type { LiveEvent } from "@/lib/queue/live/stream";
import { queuePlace } from "@/lib/queue/place/queries";
import { queueCounts, queueRowsOf } from "@/lib/queue/queries";
import { type QueueView, viewQuery } from "@/lib/queue/view";

/** More than a person can follow; the page then loads its list anew. */
const MANY = 20;

/** What became of leads of the viewer's queue, each row with its place in the list as it is now. */
export async function queueNews(
  viewer: Viewer,
  view: QueueView,
  leadIds: string[],
  now: Date,
): Promise<LiveEvent> {
  if (leadIds.length > MANY) return { event: "reload" };
  const fresh = { ...view, asOf: null };
  // Side by side, and also for what turns out to be no longer theirs: a new lead is in a hurry.
  const [rows, ...places] = await Promise.all([
    queueRowsOf(viewer, fresh, leadIds, now),
    ...leadIds.map((leadId) => queuePlace(viewer, fresh, leadId, now)),
  ]);
  const news = rows.map((row) => ({
    line: queueLine(row, viewer, now),
    shown: row.shown,
    isNew: view.asOf !== null && row.routedAt > view.asOf,
    place: places[leadIds.indexOf(row.leadId)] ?? null,
  }));
  const there = new Set(rows.map(({ leadId }) => leadId));
  const data: QueueNews = {
    rows: news,
    gone: leadIds.filter((id) => !there.has(id)),
    query: viewQuery({ ...view, asOf: now }),
  };
  return { event: "leads", data };
}

/** How the list stands; also the sign that one still hears. */
export async function queueBeat(viewer: Viewer, view: QueueView, now: Date): Promise<LiveEvent> {
  return { event: "counts", data: await queueCounts(viewer, { ...view, asOf: null }, now) };
}
