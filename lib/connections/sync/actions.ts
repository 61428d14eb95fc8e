"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { action } from "@/lib/access/action";
import { connectionsAddress } from "@/lib/platform/address";
import { systemClock } from "@/lib/platform/clock";
import { retryWaiting } from "./commands";

const syncInput = z.object({ id: z.string().min(1).max(100) });

export const retryAllWaiting = action("document leads", syncInput, async (viewer, input) => {
  const outcome = await retryWaiting(viewer, input, systemClock());
  revalidatePath(connectionsAddress());
  return outcome;
});
