"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/access/action";
import { connectionsAddress } from "@/lib/platform/address";
import { saveMap } from "./commands";
import { mapInput } from "./input";

export const saveCrmMap = action("connect systems", mapInput, async (viewer, input) => {
  const outcome = await saveMap(viewer, input, new Date());
  revalidatePath(connectionsAddress(), "layout");
  return outcome;
});
