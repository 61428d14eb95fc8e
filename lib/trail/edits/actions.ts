"use server";

import { action } from "@/lib/access/action";
import { systemClock } from "@/lib/platform/clock";
import { editTrail, undoTrailEdit } from "./commands";
import { editInput, undoInput } from "./input";

export const editTrailLine = action("document leads", editInput, (viewer, input) =>
  editTrail(viewer, input, systemClock()),
);

export const undoTrail = action("document leads", undoInput, (viewer, input) =>
  undoTrailEdit(viewer, input, systemClock()),
);
