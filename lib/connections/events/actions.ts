"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/access/action";
import { refused } from "@/lib/access/outcome";
import { connectionAddress } from "@/lib/platform/address";
import { systemClock } from "@/lib/platform/clock";
import { resendOne, resendSpan } from "../outbox/listing/commands";
import { writingConnection } from "../outbox/listing/queries";
import { replayOne, replaySpan } from "./commands";
import { replayedEventInput, replayedTimeInput } from "./input";
import { wallInstant } from "./wall-instant";

/** What came in is taken in again; what goes out to a CRM is sent again. */
export const replayEvent = action("replay events", replayedEventInput, async (viewer, input) => {
  const goesOut = await writingConnection(viewer, input.connectionId);
  const outcome = await (goesOut ? resendOne : replayOne)(viewer, input, systemClock());
  revalidatePath(connectionAddress(input.connectionId), "layout");
  return outcome;
});

export const replayTime = action("replay events", replayedTimeInput, async (viewer, input) => {
  const { timeZone } = viewer;
  const [from, to] = [wallInstant(input.from, timeZone), wallInstant(input.to, timeZone)];
  if (!from || !to) return refused("Give a day and a time.", from ? "to" : "from");
  const goesOut = await writingConnection(viewer, input.connectionId);
  const again = goesOut ? resendSpan : replaySpan;
  const outcome = await again(viewer, { ...input, from, to }, systemClock());
  revalidatePath(connectionAddress(input.connectionId), "layout");
  return outcome;
});
