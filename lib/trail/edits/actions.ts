"use server";

import { action } from "@/lib/access/action";
import { editTrail, undoTrailEdit } from "./commands";
import { editInput, undoInput } from "./input";

export const editTrailLine = action("document leads", editInput, editTrail);

export const undoTrail = action("document leads", undoInput, undoTrailEdit);
