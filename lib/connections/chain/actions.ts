"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/access/action";
import { saveSteps } from "@/lib/enrichment/commands";
import { chainAddress } from "@/lib/platform/address";
import { chainInput } from "./input";

export const saveChain = action("connect systems", chainInput, async (viewer, input) => {
  const outcome = await saveSteps(viewer, input, new Date());
  revalidatePath(chainAddress());
  return outcome;
});
