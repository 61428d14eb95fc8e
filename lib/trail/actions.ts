"use server";

import { action } from "@/lib/access/action";
import { bringBack, leaveOut, saveExclusions } from "./commands";
import { bringBackInput, choiceInput, saveExclusionsInput, tryExclusionsInput } from "./input";
import { tryExclusions } from "./trial/queries";

export const leaveActivitiesOut = action("document leads", choiceInput, leaveOut);

export const bringActivitiesBack = action("document leads", bringBackInput, bringBack);

export const saveExclusionSettings = action("set exclusions", saveExclusionsInput, saveExclusions);

export const tryExclusionSettings = action(
  "set exclusions",
  tryExclusionsInput,
  async (viewer, { settings }, now) => ({
    ok: true,
    value: await tryExclusions(viewer, settings, now),
  }),
);
