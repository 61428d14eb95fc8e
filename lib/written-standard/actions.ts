"use server";

import { action } from "@/lib/access/action";
import { discardDraft, saveDraft, signDraft, startDraft } from "./commands";
import { draftInput, noInput, revisionInput } from "./input";

export const beginDraft = action("write the standard", noInput, (viewer, _input, now) =>
  startDraft(viewer, now),
);

export const keepDraft = action("write the standard", draftInput, saveDraft);

export const giveUpDraft = action("write the standard", revisionInput, discardDraft);

export const sign = action("sign the standard", revisionInput, signDraft);
