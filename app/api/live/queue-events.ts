import type { QueueNews, QueueReload } from "@/components/queue/live/news";
import { queueLine } from "@/components/queue/queue-line";
import type { Viewer } from "@/lib/access/viewer";
import { arrivedSince } from "@/lib/queue/arrivals/queries";
import type { LiveEvent } from "@/lib/queue/live/stream";
import { queuePlace } from "@/lib/queue/place/queries";
import { queueCounts, queueRowsOf } from "@/lib/queue/queries";
import type { QueueRow } from "@/lib/queue/row";
import { type QueueView, viewQuery } from "@/lib/queue/view";

/** More than a person can follow; the page then loads its list anew. */
const MANY = 20;

/**
 * What became of leads of the viewer's queue, each row with its place in the list as it is now. Null
 * where nobody can say which leads: the page then loads its list anew.
 */
export async function queueNews(
  viewer: Viewer,
  view: QueueView,
  leadIds: string[] | null,
  now: Date,
): Promise<LiveEvent> {
  if (!leadIds || leadIds.length > MANY) {
    const data: QueueReload = { arrived: view.asOf ? await arrivedSince(viewer, view.asOf) : [] };
    return { event: "reload", data };
  }
  const fresh = { ...view, asOf: null };
  const placesAt = (at: Date) =>
    Promise.all(leadIds.map((leadId) => queuePlace(viewer, fresh, leadId, at)));
  // Side by side, and also for what turns out to be no longer theirs: a new lead is in a hurry.
  const [rows, placesNow] = await Promise.all([
    queueRowsOf(viewer, fresh, leadIds, now),
    placesAt(now),
  ]);
  // The clock of whoever routed may be ahead of ours; what was told of is there all the same.
  const at = new Date(Math.max(now.getTime(), ...rows.map(({ routedAt }) => routedAt.getTime())));
  const places = at > now ? await placesAt(at) : placesNow;
  const news = rows.map((row) => ({
    line: queueLine(row, viewer, now),
    shown: row.shown,
    isNew: isArrival(row, view),
    place: places[leadIds.indexOf(row.leadId)] ?? null,
  }));
  const there = new Set(rows.map(({ leadId }) => leadId));
  const data: QueueNews = {
    rows: news,
    gone: leadIds.filter((id) => !there.has(id)),
    query: viewQuery({ ...view, asOf: at }),
  };
  return { event: "leads", data };
}

/** Routed since the page was made, and nobody worked on it: what its rep did is no news to them. */
const isArrival = ({ routedAt, firstAttemptAt, decision }: QueueRow, { asOf }: QueueView) =>
  asOf !== null && routedAt > asOf && !firstAttemptAt && !decision;

/** How the list stands; also the sign that one still hears. */
export async function queueBeat(viewer: Viewer, view: QueueView, now: Date): Promise<LiveEvent> {
  return { event: "counts", data: await queueCounts(viewer, { ...view, asOf: null }, now) };
}
