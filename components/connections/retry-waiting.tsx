"use client";

import { retryAllWaiting } from "@/lib/connections/sync/actions";
import { useVerb } from "../form/use-verb";
import { Button } from "../ui/button";
import { useToast } from "../ui/toast";
import type { SyncLine } from "./sync-line";

/** Retries everything that waits for one system (M.2). */
export function RetryWaiting({ line: { id, name, retries } }: { line: SyncLine }) {
  const { perform, pending } = useVerb();
  const { say } = useToast();

  async function press() {
    if (pending) return;
    const outcome = await perform(() => retryAllWaiting({ id }));
    if (outcome.ok) say({ text: `${outcome.value.retried} tried again now.` });
    else say({ text: "Nothing was retried.", detail: outcome.reason, tone: "bad" });
  }

  return (
    <Button aria-disabled={pending || undefined} onClick={press}>
      {pending ? "Retrying" : retries === 1 ? "Retry it" : "Retry all"}
      <span className="sr-only">: {name}</span>
    </Button>
  );
}
