"use server";

import { action } from "@/lib/access/action";
import { icpPreview } from "../icp/groups/queries";
import { icpInput, saveIcpInput } from "../model/model-input";
import { saveIcp } from "./commands";

export const previewIcp = action("set the ICP", icpInput, async (viewer, icp, now) => {
  return { ok: true, value: await icpPreview(viewer, icp, now) };
});

export const setIcp = action("set the ICP", saveIcpInput, saveIcp);
