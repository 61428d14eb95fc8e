"use client";

import { finishAudit } from "@/lib/audit/judging/actions";
import { useVerb } from "../../form/use-verb";
import { Button } from "../../ui/button";
import { useToast } from "../../ui/toast";

/** Ends one's judging; from then on nothing of it changes. */
export function FinishButton({ auditId }: { auditId: string }) {
  const { perform, pending } = useVerb();
  const { say } = useToast();
  async function end() {
    const outcome = await perform(() => finishAudit({ auditId }));
    say(
      outcome.ok
        ? { text: "Finished.", detail: "Your verdicts stay as they are." }
        : { text: outcome.reason, tone: "bad" },
    );
  }
  return (
    <Button
      variant="primary"
      kbd="F"
      aria-disabled={pending || undefined}
      onClick={() => !pending && end()}
    >
      Finish
    </Button>
  );
}
