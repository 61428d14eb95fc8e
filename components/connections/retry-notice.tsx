"use client";

import { useTransition } from "react";
import { sendAgain } from "@/lib/notices/deliveries/actions";
import { answerOf } from "../form/answer";
import { Button } from "../ui/button";
import { useToast } from "../ui/toast";

/** Tries to tell somebody again, at once. `what` tells one button from the next. */
export function RetryNotice({ id: deliveryId, what }: { id: string; what: string }) {
  const [busy, start] = useTransition();
  const { say } = useToast();
  const retry = () =>
    start(async () => {
      const outcome = await answerOf(() => sendAgain({ deliveryId }));
      if (outcome.ok) say({ text: "It is tried again now." });
      else say({ text: "Not tried again.", detail: outcome.reason, tone: "bad" });
    });
  return (
    <Button aria-label={`Retry: ${what}`} aria-disabled={busy || undefined} onClick={retry}>
      {busy ? "Trying" : "Retry"}
    </Button>
  );
}
