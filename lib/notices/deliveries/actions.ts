"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { action } from "@/lib/access/action";
import { connectionsAddress } from "@/lib/platform/address";
import { retryDelivery } from "./commands";

const deliveryInput = z.object({ deliveryId: z.guid("is not a notice's id") });

export const sendAgain = action("connect systems", deliveryInput, async (viewer, input) => {
  const outcome = await retryDelivery(viewer, input, new Date());
  revalidatePath(connectionsAddress());
  return outcome;
});
