"use server";

import { action } from "@/lib/access/action";
import { systemClock } from "@/lib/platform/clock";
import { plannedImport, stoppedImport } from "./input";
import { goOn, startImport } from "./start";

export const beginImport = action("import files", plannedImport, (viewer, input) =>
  startImport(viewer, input, systemClock()),
);

export const resumeImport = action("import files", stoppedImport, (viewer, input) =>
  goOn(viewer, input, systemClock()),
);
