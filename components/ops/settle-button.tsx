"use client";

import { settle } from "@/lib/documentation/actions";
import { VerbButton } from "../form/verb-button";

/** Takes a finding off the board, once it was seen to. */
export function SettleButton({ findingId, label }: { findingId: string; label: string }) {
  return (
    <VerbButton
      verb={() => settle({ findingId })}
      label="Settle"
      busy="Settling"
      said={() => ({ text: `${label} is settled.` })}
      refused="Not settled."
    >
      <span className="sr-only"> {label}</span>
    </VerbButton>
  );
}
