"use server";

import { action } from "@/lib/access/action";
import { systemClock } from "@/lib/platform/clock";
import { discardDraft, saveDraft, signDraft, startDraft } from "./commands";
import { draftInput, noInput, revisionInput } from "./input";

export const beginDraft = action("write the standard", noInput, (viewer) =>
  startDraft(viewer, systemClock()),
);

export const keepDraft = action("write the standard", draftInput, (viewer, input) =>
  saveDraft(viewer, input, systemClock()),
);

export const giveUpDraft = action("write the standard", revisionInput, (viewer, input) =>
  discardDraft(viewer, input, systemClock()),
);

export const sign = action("sign the standard", revisionInput, (viewer, input) =>
  signDraft(viewer, input, systemClock()),
);
