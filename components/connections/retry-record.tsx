"use client";

import { sendOutAgain } from "@/lib/connections/outbox/standing/actions";
import { RetryButton } from "./retry-button";

/** Sends something to a CRM again, at once. `what` tells one button from the next. */
export function RetryRecord({ id: outgoingId, what }: { id: string; what: string }) {
  return <RetryButton what={what} again={() => sendOutAgain({ outgoingId })} />;
}
