import { and, eq, gt, inArray, or } from "drizzle-orm";
import { outgoing } from "@/db/schema/outgoing";
import type { Outcome } from "@/lib/access/outcome";
import type { Viewer } from "@/lib/access/viewer";
import { type Log, type Replayed, replay, type Which } from "../../replay/commands";
import { sendSoon } from "../commands";
import { anew } from "../standing/commands";

const { id, connectionId, at, state, tries } = outgoing;

const WENT_OUT: Log = {
  table: outgoing,
  id,
  connectionId,
  at,
  // What was rightly not sent stays so, and what waits for its own moment is not hurried.
  may: or(inArray(state, ["sent", "failed"]), and(eq(state, "waiting"), gt(tries, 0))),
  vain: eq(state, "failed"),
  did: "went out",
  nothing: "Nothing that can be sent again went out then.",
  async again(tx, ids, { connectionId: of, paused }, now) {
    await tx
      .update(outgoing)
      .set(anew(now))
      .where(inArray(id, [...ids]));
    if (!paused) await sendSoon(tx, [of]);
  },
};

/**
 * Sends again what went out, or was given up: each finds its own record and note there by its id, so
 * that the CRM has everything once, with the values that the lead has now.
 */
export async function sendAnew(
  viewer: Viewer,
  which: { connectionId: string } & Which,
  now: Date,
): Promise<Outcome<Replayed>> {
  return replay(viewer, WENT_OUT, which, now);
}
