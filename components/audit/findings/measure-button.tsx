"use client";

import { measureAgain } from "@/lib/audit/findings/actions";
import { useVerb } from "../../form/use-verb";
import { Button } from "../../ui/button";
import { useToast } from "../../ui/toast";

/** Counts a finding anew; where the rate has really moved it closes. */
export function MeasureButton({ findingId, label }: { findingId: string; label: string }) {
  const { perform, pending } = useVerb();
  const { say } = useToast();
  async function measure() {
    const outcome = await perform(() => measureAgain({ findingId }));
    if (!outcome.ok) return say({ text: outcome.reason, tone: "bad" });
    say(
      outcome.value.moved
        ? { text: `Closed: ${label}.`, detail: "The rate has really moved." }
        : { text: `Still open: ${label}.`, detail: "That may be chance." },
    );
  }
  return (
    <Button aria-disabled={pending || undefined} onClick={() => !pending && measure()}>
      Measure again<span className="sr-only">: {label}</span>
    </Button>
  );
}
