import { standingSession } from "@/lib/access/current-viewer";
import { may } from "@/lib/access/permissions";
import { problem } from "@/lib/access/requests/problem";
import { systemClock } from "@/lib/platform/clock";
import { parseCursor } from "@/lib/queue/live/cursor";
import { liveStream } from "@/lib/queue/live/stream";
import { parseView } from "@/lib/queue/view";
import { queueBeat, queueNews } from "./queue-events";

/**
 * The viewer's own queue, live: server-sent events of what changes in it, for the list that the
 * parameters describe as those of `/queue` do. Goes on from `Last-Event-ID`, or from `since`. `by`
 * names whose page it is: it hears nothing of the queue of somebody who signed in since.
 */
export async function GET(request: Request): Promise<Response> {
  const standing = await standingSession();
  const viewer = await standing?.viewer();
  if (!standing || !viewer) return problem(401, "You are signed out.");
  const search = new URL(request.url).searchParams;
  const by = search.get("by");
  if (by && by !== viewer.id) return problem(409, "Somebody else is signed in now.");
  if (!may(viewer, "work the queue")) return problem(404, "There is no queue of yours.");
  const view = parseView(Object.fromEntries(search), systemClock());
  const from = request.headers.get("last-event-id") ?? search.get("since");
  const stream = liveStream({
    standing,
    from: parseCursor(from, systemClock()),
    tell: (reader, leadIds) => queueNews(reader, view, leadIds, systemClock()),
    beat: (reader) => queueBeat(reader, view, systemClock()),
    signal: request.signal,
  });
  return new Response(stream, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      // No proxy may keep it, change it or wait for more of it.
      "Cache-Control": "no-cache, no-transform",
      "X-Accel-Buffering": "no",
    },
  });
}

/**
 * Next answers HEAD by what GET answers, and drops its body unread and unended: the stream would go on
 * asking the database for the better part of an hour.
 */
export function HEAD(): Response {
  return problem(405, "This address takes GET only.", { headers: { Allow: "GET" } });
}
