"use client";

import { useTransition } from "react";
import type { Outcome } from "@/lib/access/outcome";
import { answerOf } from "../form/answer";
import { Button } from "../ui/button";
import { useToast } from "../ui/toast";

type RetryButtonProps = {
  /** Tells one button from the next. */
  what: string;
  again: () => Promise<Outcome>;
};

/** Tries something that did not arrive again, at once. */
export function RetryButton({ what, again }: RetryButtonProps) {
  const [busy, start] = useTransition();
  const { say } = useToast();
  const retry = () =>
    start(async () => {
      const outcome = await answerOf(again);
      if (outcome.ok) say({ text: "It is tried again now." });
      else say({ text: "Not tried again.", detail: outcome.reason, tone: "bad" });
    });
  return (
    <Button aria-label={`Retry: ${what}`} aria-disabled={busy || undefined} onClick={retry}>
      {busy ? "Trying" : "Retry"}
    </Button>
  );
}
