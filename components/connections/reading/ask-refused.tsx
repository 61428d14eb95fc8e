"use client";

import { askForRefused } from "@/lib/connections/sources/refused/actions";
import { RetryButton } from "../retry-button";

/** Asks again, at once, for every record that the other side refuses. */
export function AskRefused({ connectionId }: { connectionId: string }) {
  return <RetryButton what="what is refused" again={() => askForRefused({ connectionId })} />;
}
