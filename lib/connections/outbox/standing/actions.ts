"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { action } from "@/lib/access/action";
import { connectionsAddress } from "@/lib/platform/address";
import { retryOutgoing } from "./commands";

const outgoingInput = z.object({ outgoingId: z.guid("is not the id of anything that goes out") });

export const sendOutAgain = action("document leads", outgoingInput, async (viewer, input) => {
  const outcome = await retryOutgoing(viewer, input, new Date());
  revalidatePath(connectionsAddress());
  return outcome;
});
