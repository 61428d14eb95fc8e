"use server";

import { action } from "@/lib/access/action";
import { addNote, saveSummary, withdrawNote } from "@/lib/handoff/commands";
import { systemClock } from "@/lib/platform/clock";
import { settleFinding } from "./commands";
import { noteInput, settleInput, summaryInput, withdrawInput } from "./input";

export const writeSummary = action("document leads", summaryInput, (viewer, input) =>
  saveSummary(viewer, input, systemClock()),
);

export const writeNote = action("document leads", noteInput, (viewer, input) =>
  addNote(viewer, input, systemClock()),
);

export const takeBackNote = action("document leads", withdrawInput, (viewer, input) =>
  withdrawNote(viewer, input, systemClock()),
);

export const settle = action("document leads", settleInput, (viewer, input) =>
  settleFinding(viewer, input, systemClock()),
);
