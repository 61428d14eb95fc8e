"use client";

import type { Outcome } from "@/lib/access/outcome";
import { VerbButton } from "../form/verb-button";

type RetryButtonProps = {
  /** Tells one button from the next. */
  what: string;
  again: () => Promise<Outcome>;
};

/** Tries something that did not arrive again, at once. */
export function RetryButton({ what, again }: RetryButtonProps) {
  return (
    <VerbButton
      verb={again}
      label="Retry"
      busy="Trying"
      said={() => ({ text: "It is tried again now." })}
      refused="Not tried again."
      aria-label={`Retry: ${what}`}
    />
  );
}
