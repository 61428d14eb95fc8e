"use client";

import { settle } from "@/lib/documentation/actions";
import { useVerb } from "../form/use-verb";
import { Button } from "../ui/button";
import { useToast } from "../ui/toast";

/** Takes a finding off the board, once it was seen to. */
export function SettleButton({ findingId, label }: { findingId: string; label: string }) {
  const { perform, pending } = useVerb();
  const { say } = useToast();

  async function press() {
    if (pending) return;
    const outcome = await perform(() => settle({ findingId }));
    if (outcome.ok) say({ text: `${label} is settled.` });
    else say({ text: "Not settled.", detail: outcome.reason, tone: "bad" });
  }

  return (
    <Button aria-disabled={pending || undefined} onClick={press}>
      {pending ? "Settling" : "Settle"}
      <span className="sr-only"> {label}</span>
    </Button>
  );
}
