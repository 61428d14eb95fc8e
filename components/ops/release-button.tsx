"use client";

import { releaseLead } from "@/lib/gate/actions";
import { VerbButton } from "../form/verb-button";

type ReleaseButtonProps = { leadId: string; disabledReason: string | undefined; again: boolean };

/** Gives a documented lead to a rep now; while the gate holds it, says what is missing. */
export function ReleaseButton({ leadId, disabledReason, again }: ReleaseButtonProps) {
  return (
    <VerbButton
      verb={() => releaseLead({ leadId })}
      label={again ? "Release again" : "Release to a rep"}
      busy="Releasing"
      said={() => ({ text: "Released. A rep has it now." })}
      refused="Not released."
      disabledReason={disabledReason}
    />
  );
}
