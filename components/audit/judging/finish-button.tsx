"use client";

import { finishAudit } from "@/lib/audit/judging/actions";
import { VerbButton } from "../../form/verb-button";

/** Ends one's judging; from then on nothing of it changes. */
export function FinishButton({ auditId }: { auditId: string }) {
  return (
    <VerbButton
      variant="primary"
      kbd="F"
      verb={() => finishAudit({ auditId })}
      label="Finish"
      busy="Finishing"
      said={() => ({ text: "Finished.", detail: "Your verdicts stay as they are." })}
      refused="Not finished."
    />
  );
}
