"use server";

import { action, shownAnew } from "@/lib/access/action";
import { plannedImport, stoppedImport } from "./input";
import { goOn, startImport } from "./start";

export const beginImport = action("import files", plannedImport, startImport);

export const resumeImport = action("import files", stoppedImport, shownAnew(goOn));
