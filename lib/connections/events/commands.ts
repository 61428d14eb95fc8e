import { eq, inArray } from "drizzle-orm";
import { webhookEvent } from "@/db/schema/webhook";
import type { Outcome } from "@/lib/access/outcome";
import type { Viewer } from "@/lib/access/viewer";
import { enqueue } from "@/lib/platform/jobs/commands";
import { type Log, type Replayed, replay, type Which } from "../replay/commands";

const { id, connectionId, receivedAt, state } = webhookEvent;

const CAME: Log = {
  table: webhookEvent,
  id,
  connectionId,
  at: receivedAt,
  vain: eq(state, "unreadable"),
  did: "came",
  nothing: "Nothing that is still kept came then.",
  async again(tx, ids, { paused }) {
    await tx
      .update(webhookEvent)
      .set({ state: "waiting", words: null, takenAt: null })
      .where(inArray(id, [...ids]));
    const jobs = ids.map((eventId) => ({ eventId }));
    if (!paused) await enqueue(tx, "take-webhook", jobs);
  },
};

/**
 * Takes in anew what was kept of the events that came. What they say is known by their own ids and
 * times already, so it has the same effect once: nothing is doubled, and nothing newer is undone.
 */
export async function replayCame(
  viewer: Viewer,
  which: { connectionId: string } & Which,
  now: Date,
): Promise<Outcome<Replayed>> {
  return replay(viewer, CAME, which, now);
}
