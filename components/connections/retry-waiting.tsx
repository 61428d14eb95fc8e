"use client";

import { retryAllWaiting } from "@/lib/connections/sync/actions";
import { VerbButton } from "../form/verb-button";
import type { SyncLine } from "./sync-line";

/** Retries everything that waits for one system (M.2). */
export function RetryWaiting({ line: { id, name, retries } }: { line: SyncLine }) {
  return (
    <VerbButton
      verb={() => retryAllWaiting({ id })}
      label={retries === 1 ? "Retry it" : "Retry all"}
      busy="Retrying"
      said={({ retried }) => ({ text: `${retried} tried again now.` })}
      refused="Nothing was retried."
    >
      <span className="sr-only">: {name}</span>
    </VerbButton>
  );
}
