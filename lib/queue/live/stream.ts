import { hear } from "@/db/hearing";
import type { Standing } from "@/lib/access/current-viewer";
import { may } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { log } from "@/lib/platform/log";
import { type Cursor, cursorText } from "./cursor";
import { liveCursor, type QueueChanges, queueChanges } from "./queries";

/** A proxy closes what is silent for half a minute; a browser knows by it that it still hears. */
const BEAT_MS = 15_000;

/** One event of a stream: its name, what it carries as JSON, and the cursor that it brings one to. */
export type LiveEvent = { event: string; data?: unknown; cursor?: Cursor };

type Watch = {
  standing: Standing;
  /** Where to go on from; null where the reader's own list may have missed something. */
  from: Cursor | null;
  /**
   * The event that says what became of these leads, or that the list is to be taken anew where nobody
   * can say which; and the one that says how the list stands.
   */
  tell: (viewer: Viewer, leadIds: string[] | null) => Promise<LiveEvent>;
  beat: (viewer: Viewer) => Promise<LiveEvent>;
  signal: AbortSignal;
};

const encoder = new TextEncoder();

/** An event in the words of the protocol (HTML Standard, section 9.2.6). */
function eventText({ event, data, cursor }: LiveEvent): string {
  const id = cursor ? `id: ${cursorText(cursor)}\n` : "";
  return `${id}event: ${event}\ndata: ${JSON.stringify(data ?? null)}\n\n`;
}

/**
 * A viewer's own queue as server-sent events. Before anything is sent the session is asked again:
 * whoever was signed out, demoted or shut out hears `ended` and no more. What is sent is read
 * from the database at that moment, so a notice that was lost costs time and never a lead. Where the
 * end of a session may have gone unheard, the reader is let go.
 */
export function liveStream(watch: Watch): ReadableStream<Uint8Array> {
  let stop = () => {};
  let left = false;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      stop = run(watch, {
        send: (text) => controller.enqueue(encoder.encode(text)),
        close: () => left || controller.close(),
        // A reader who does not read is let go; they come back with their cursor.
        isFull: () => (controller.desiredSize ?? 0) < -FULL,
      });
    },
    cancel: () => {
      left = true;
      stop();
    },
  });
}

/** Events that wait for a reader who does not take them. */
const FULL = 200;

type Sink = { send: (text: string) => void; close: () => unknown; isFull: () => boolean };

function run(watch: Watch, sink: Sink): () => void {
  let over = false;
  let cursor = watch.from;
  const leave: (() => void)[] = [];
  const stop = () => {
    if (over) return;
    over = true;
    for (const each of leave) each();
    sink.close();
  };
  const send = (event: LiveEvent) => {
    if (over) return;
    sink.send(eventText(event));
    if (sink.isFull()) stop();
  };
  const end = () => {
    send({ event: "ended" });
    stop();
  };
  let known: Viewer | null = null;
  const stand = inTurn(async () => {
    if (known) send(await watch.beat(known));
  }, stop);
  const turn = inTurn(async (beats) => {
    if (over) return;
    // Read ahead as who they were a moment ago; nothing is sent before they were asked for again.
    const ahead = known && changesSince(known, cursor);
    const [viewer, read] = await Promise.all([watch.standing.viewer(), ahead]);
    if (!viewer || !may(viewer, "work the queue")) return end();
    known = viewer;
    const changes = read ?? (await changesSince(viewer, cursor));
    cursor = changes.cursor;
    const { leadIds } = changes;
    const isNews = leadIds === null || leadIds.length > 0;
    if (isNews) send({ ...(await watch.tell(viewer, leadIds)), cursor });
    // Not waited for: the next lead is more urgent than a number.
    if (beats || isNews) void stand(false);
  }, stop);
  const beat = setInterval(() => void turn(true), BEAT_MS);
  leave.push(
    () => clearInterval(beat),
    hear("queue_change", watch.standing.personId, () => void turn(false)),
    watch.standing.onEnd(end, stop),
  );
  watch.signal.addEventListener("abort", stop, { once: true });
  if (watch.signal.aborted) stop();
  void turn(true);
  return stop;
}

/** What changed since; no leads but null where nobody can say which. */
async function changesSince(
  viewer: Viewer,
  from: Cursor | null,
): Promise<Pick<QueueChanges, "cursor"> & { leadIds: string[] | null }> {
  const known = from && (await queueChanges(viewer, from));
  return known ?? { cursor: await liveCursor(viewer), leadIds: null };
}

/** One run at a time; what asks during a run is served by one more after it. */
function inTurn(work: (beats: boolean) => Promise<void>, onFailure: () => void) {
  let running = false;
  let asked: boolean | undefined;
  return async (beats: boolean): Promise<void> => {
    asked = (asked ?? false) || beats;
    if (running) return;
    running = true;
    try {
      while (asked !== undefined) {
        const now: boolean = asked;
        asked = undefined;
        await work(now);
      }
    } catch (error) {
      // The database does not answer: the reader comes back with their cursor.
      log().warn({ err: error }, "A live stream was let go");
      onFailure();
    } finally {
      running = false;
    }
  };
}
