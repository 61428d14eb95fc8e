"use server";

import { action, shownAnew } from "@/lib/access/action";
import { saveNoticeSettings } from "./commands";
import { noticeSettingsInput } from "./input";

export const setNotices = action(
  "set own notices",
  noticeSettingsInput,
  shownAnew(saveNoticeSettings),
);
