"use server";

import { action } from "@/lib/access/action";
import { systemClock } from "@/lib/platform/clock";
import { plannedImport, stoppedImport } from "./input";
import { goOn, startImport } from "./start";

export const startImportAction = action("import files", plannedImport, (viewer, input) =>
  startImport(viewer, input, systemClock()),
);

export const goOnImportAction = action("import files", stoppedImport, (viewer, input) =>
  goOn(viewer, input, systemClock()),
);
