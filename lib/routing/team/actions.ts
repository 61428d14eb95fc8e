"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/access/action";
import { routingAddress } from "@/lib/platform/address";
import { systemClock } from "@/lib/platform/clock";
import { setMember } from "./commands";
import { memberInput } from "./input";

export const changeMember = action("manage people", memberInput, async (viewer, input) => {
  const outcome = await setMember(viewer, input, systemClock());
  revalidatePath(routingAddress());
  return outcome;
});
