"use server";

import { action } from "@/lib/access/action";
import { settleDoubts, undoDoubts } from "../doubts/commands";
import { flagLeads, unflagLeads } from "./commands";
import {
  effectInput,
  flagManyInput,
  settleDoubtsInput,
  undoDoubtsInput,
  unflagManyInput,
} from "./input";
import { deedEffect } from "./queries";

/** What a deed would do, before it is done (O.5). */
export const previewDeed = action("document leads", effectInput, async (viewer, input, now) => ({
  ok: true,
  value: await deedEffect(viewer, input, now),
}));

export const flagMany = action("document leads", flagManyInput, flagLeads);

export const unflagMany = action("document leads", unflagManyInput, unflagLeads);

export const settleManyDoubts = action("document leads", settleDoubtsInput, settleDoubts);

export const undoManyDoubts = action("document leads", undoDoubtsInput, undoDoubts);
