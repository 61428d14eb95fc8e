"use client";

import { keepModelDraft } from "@/lib/scoring/drafts/actions";
import { useToast } from "../../ui/toast";
import { ReasonForm } from "../reason-form";
import { useModel } from "./model-desk";

/** Saves the model that was typed as the draft. */
export function ModelSave({ reason: given }: { reason: string }) {
  const { revision, typed, settings, unsaved, undo, wasSaved } = useModel();
  const { say } = useToast();
  if (!unsaved) return null;
  return (
    <ReasonForm
      label="Save the draft"
      given={given}
      save={settings && ((reason: string) => keepModelDraft({ settings, revision, reason }))}
      onSaved={() => {
        wasSaved(typed);
        say({ text: "Draft saved.", detail: "Somebody else signs it before it takes effect." });
      }}
      undo={undo}
      saves="Save the draft"
      className="mb-6"
    >
      Nothing changes for any lead until the draft is signed and activated.
    </ReasonForm>
  );
}
