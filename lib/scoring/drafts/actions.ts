"use server";

import { action } from "@/lib/access/action";
import { activateModelDraft, discardModelDraft, saveModelDraft, signModelDraft } from "./commands";
import { modelDraftInput, modelRevisionInput } from "./input";

export const keepModelDraft = action("write the model", modelDraftInput, saveModelDraft);

export const giveUpModelDraft = action("write the model", modelRevisionInput, discardModelDraft);

export const signModel = action("sign the model", modelRevisionInput, signModelDraft);

export const activateModel = action("write the model", modelRevisionInput, activateModelDraft);
