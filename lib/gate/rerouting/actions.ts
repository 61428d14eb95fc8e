"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/access/action";
import { routingAddress } from "@/lib/platform/address";
import { systemClock } from "@/lib/platform/clock";
import { settleFallback } from "./commands";
import { fallbackInput } from "./input";

export const settleFallbackRouting = action(
  "settle fallbacks",
  fallbackInput,
  async (viewer, input) => {
    const outcome = await settleFallback(viewer, input, systemClock());
    revalidatePath(routingAddress());
    return outcome;
  },
);
