"use server";

import { action, shownAnew } from "@/lib/access/action";
import { refused } from "@/lib/access/outcome";
import { sendAnew } from "../outbox/listing/commands";
import { writingConnection } from "../outbox/listing/queries";
import { replayCame } from "./commands";
import { replayedEventInput, replayedTimeInput } from "./input";
import { wallInstant } from "./wall-instant";

/** What came in is taken in again; what goes out to a CRM is sent again. */
export const replayEvent = action(
  "replay events",
  replayedEventInput,
  shownAnew(async (viewer, input, now) => {
    const goesOut = await writingConnection(viewer, input.connectionId);
    return (goesOut ? sendAnew : replayCame)(viewer, input, now);
  }),
);

export const replayTime = action(
  "replay events",
  replayedTimeInput,
  shownAnew(async (viewer, input, now) => {
    const { timeZone } = viewer;
    const [from, to] = [wallInstant(input.from, timeZone), wallInstant(input.to, timeZone)];
    if (!from || !to) return refused("Give a day and a time.", from ? "to" : "from");
    const goesOut = await writingConnection(viewer, input.connectionId);
    return (goesOut ? sendAnew : replayCame)(viewer, { ...input, from, to }, now);
  }),
);
