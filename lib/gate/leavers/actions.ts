"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/access/action";
import { routingAddress } from "@/lib/platform/address";
import { systemClock } from "@/lib/platform/clock";
import { moveOpenLeads } from "./commands";
import { leaverInput } from "./input";

export const moveLeadsOfLeaver = action("settle fallbacks", leaverInput, async (viewer, input) => {
  const outcome = await moveOpenLeads(viewer, input, systemClock());
  revalidatePath(routingAddress());
  return outcome;
});
