"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/access/action";
import { noticeSettingsAddress } from "@/lib/platform/address";
import { saveNoticeSettings } from "./commands";
import { noticeSettingsInput } from "./input";

export const setNotices = action("set own notices", noticeSettingsInput, async (viewer, input) => {
  const outcome = await saveNoticeSettings(viewer, input, new Date());
  revalidatePath(noticeSettingsAddress());
  return outcome;
});
