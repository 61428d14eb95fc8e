"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/access/action";
import { systemClock } from "@/lib/platform/clock";
import { icpPreview } from "../groups/queries";
import { icpInput, saveIcpInput } from "../model-input";
import { saveIcp } from "./commands";

export const previewIcp = action("set the ICP", icpInput, async (viewer, icp) => {
  return { ok: true, value: await icpPreview(viewer, icp, systemClock()) };
});

export const setIcp = action("set the ICP", saveIcpInput, async (viewer, input) => {
  const outcome = await saveIcp(viewer, input, systemClock());
  if (outcome.ok) revalidatePath("/settings/icp");
  return outcome;
});
