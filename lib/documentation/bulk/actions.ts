"use server";

import { action } from "@/lib/access/action";
import { systemClock } from "@/lib/platform/clock";
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
export const previewDeed = action("document leads", effectInput, async (viewer, input) => ({
  ok: true,
  value: await deedEffect(viewer, input, systemClock()),
}));

export const flagMany = action("document leads", flagManyInput, (viewer, input) =>
  flagLeads(viewer, input, systemClock()),
);

export const unflagMany = action("document leads", unflagManyInput, (viewer, input) =>
  unflagLeads(viewer, input, systemClock()),
);

export const settleManyDoubts = action("document leads", settleDoubtsInput, (viewer, input) =>
  settleDoubts(viewer, input, systemClock()),
);

export const undoManyDoubts = action("document leads", undoDoubtsInput, (viewer, input) =>
  undoDoubts(viewer, input, systemClock()),
);
