"use client";

import { setIcp } from "@/lib/scoring/versions/actions";
import { useToast } from "../../ui/toast";
import { ReasonForm } from "../reason-form";
import { useIcp } from "./icp-desk";

/** Saves the ICP that was typed as the next version. */
export function IcpSave() {
  const { model, draft, icp, changed, undo, wasSaved } = useIcp();
  const { say } = useToast();
  if (!changed) return null;
  const basedOn = model.version;
  return (
    <ReasonForm
      label="Save the ICP"
      given=""
      save={icp && ((reason: string) => setIcp({ icp, basedOn, reason }))}
      onSaved={({ version }) => {
        wasSaved(draft);
        say({ text: `Version ${version} is in force. Leads are being judged by it.` });
      }}
      undo={undo}
      saves={`Save as version ${basedOn + 1}`}
      className="mt-4"
    >
      In force at once. Leads whom no rep has are judged again in the background; handoffs stay as
      they are.
    </ReasonForm>
  );
}
