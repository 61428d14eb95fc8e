"use client";

import { retryMany } from "@/lib/documentation/actions";
import { useVerb } from "../form/use-verb";
import { Button } from "../ui/button";
import { useToast } from "../ui/toast";
import { bulkDone } from "./board/bulk-words";

/** Asks the providers again about one lead (G.1). */
export function RetryButton({ leadId }: { leadId: string }) {
  const { perform, pending } = useVerb();
  const { say } = useToast();

  async function press() {
    if (pending) return;
    const outcome = await perform(() => retryMany({ leadIds: [leadId] }));
    if (outcome.ok) say({ text: bulkDone("retry", 1) });
    else say({ text: "Not asked again.", detail: outcome.reason, tone: "bad" });
  }

  return (
    <Button className="mt-2" aria-disabled={pending || undefined} onClick={press}>
      {pending ? "Asking" : "Retry enrichment"}
    </Button>
  );
}
