"use server";

import { action } from "@/lib/access/action";
import { systemClock } from "@/lib/platform/clock";
import { activateModelDraft, discardModelDraft, saveModelDraft, signModelDraft } from "./commands";
import { modelDraftInput, modelRevisionInput } from "./input";

export const keepModelDraft = action("write the model", modelDraftInput, (viewer, input) =>
  saveModelDraft(viewer, input, systemClock()),
);

export const giveUpModelDraft = action("write the model", modelRevisionInput, (viewer, input) =>
  discardModelDraft(viewer, input, systemClock()),
);

export const signModel = action("sign the model", modelRevisionInput, (viewer, input) =>
  signModelDraft(viewer, input, systemClock()),
);

export const activateModel = action("write the model", modelRevisionInput, (viewer, input) =>
  activateModelDraft(viewer, input, systemClock()),
);
