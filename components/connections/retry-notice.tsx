"use client";

import { sendAgain } from "@/lib/notices/deliveries/actions";
import { RetryButton } from "./retry-button";

/** Tries to tell somebody again, at once. `what` tells one button from the next. */
export function RetryNotice({ id: deliveryId, what }: { id: string; what: string }) {
  return <RetryButton what={what} again={() => sendAgain({ deliveryId })} />;
}
