"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/access/action";
import { slaSettingsAddress } from "@/lib/platform/address";
import { changeSla } from "./commands";
import { slaInput } from "./input";

export const saveSla = action("set the SLA", slaInput, async (viewer, input) => {
  const outcome = await changeSla(viewer, input, new Date());
  revalidatePath(slaSettingsAddress());
  return outcome;
});
