"use client";

import { releaseLead } from "@/lib/gate/actions";
import { useVerb } from "../form/use-verb";
import { Button } from "../ui/button";
import { useToast } from "../ui/toast";

type ReleaseButtonProps = { leadId: string; disabledReason: string | undefined; again: boolean };

/** Gives a documented lead to a rep now; while the gate holds it, says what is missing. */
export function ReleaseButton({ leadId, disabledReason, again }: ReleaseButtonProps) {
  const { perform, pending } = useVerb();
  const { say } = useToast();

  async function press() {
    if (pending) return;
    const outcome = await perform(() => releaseLead({ leadId }));
    if (outcome.ok) say({ text: "Released. A rep has it now." });
    else say({ text: "Not released.", detail: outcome.reason, tone: "bad" });
  }

  return (
    <Button disabledReason={disabledReason} aria-disabled={pending || undefined} onClick={press}>
      {pending ? "Releasing" : again ? "Release again" : "Release to a rep"}
    </Button>
  );
}
