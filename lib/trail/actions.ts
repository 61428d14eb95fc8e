"use server";

import { action } from "@/lib/access/action";
import { systemClock } from "@/lib/platform/clock";
import { bringBack, leaveOut, saveExclusions } from "./commands";
import { bringBackInput, choiceInput, saveExclusionsInput, tryExclusionsInput } from "./input";
import { tryExclusions } from "./trial/queries";

export const leaveActivitiesOut = action("document leads", choiceInput, (viewer, input) =>
  leaveOut(viewer, input, systemClock()),
);

export const bringActivitiesBack = action("document leads", bringBackInput, (viewer, input) =>
  bringBack(viewer, input, systemClock()),
);

export const saveExclusionSettings = action(
  "set exclusions",
  saveExclusionsInput,
  (viewer, input) => saveExclusions(viewer, input, systemClock()),
);

export const tryExclusionSettings = action(
  "set exclusions",
  tryExclusionsInput,
  async (viewer, { settings }) => ({
    ok: true,
    value: await tryExclusions(viewer, settings, systemClock()),
  }),
);
