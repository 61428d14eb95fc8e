import type { Dossier } from "@/lib/documentation/dossier/dossier";
import { WITH_A_REP } from "@/lib/gate/status";
import { ReleaseButton } from "./release-button";
import { BringBackButton, SetAsideButton } from "./set-aside-button";

function whyNotReleased({ status, holds, handoff }: Dossier): string | undefined {
  if (WITH_A_REP.includes(status)) {
    return `${handoff?.owner ?? "A rep"} has this lead already.`;
  }
  if (holds.length === 0) return undefined;
  return `The gate holds this lead. Missing: ${holds.map(({ label }) => label).join(", ")}.`;
}

/** What can be done with the lead as a whole; what cannot says why. */
export function LeadActions({ dossier }: { dossier: Dossier }) {
  const { id, status } = dossier;
  if (status === "excluded") return <BringBackButton leadId={id} />;
  const withRep = WITH_A_REP.includes(status);
  return (
    <>
      {!withRep && <SetAsideButton leadId={id} />}
      <ReleaseButton
        leadId={id}
        disabledReason={whyNotReleased(dossier)}
        again={status === "rejected"}
      />
    </>
  );
}
