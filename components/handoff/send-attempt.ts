import type { Outcome } from "@/lib/access/outcome";
import type { AttemptKind, AttemptResult } from "@/lib/handoff/outcome";

/** An attempt as it is sent; the same `id` again is the same attempt. */
export type AttemptToSend = {
  id: string;
  kind: AttemptKind;
  result: AttemptResult;
  words: string;
};

/** What the server says of an attempt: whether it was the first, and who has the lead now. */
export type LoggedAttempt = { first: boolean; givenOnTo: string | null };

const SIGNED_OUT =
  "You are signed out. What you typed is kept: sign in in another tab, then log it again.";
const NO_ANSWER = "No connection. The attempt is kept here and sent when the network is back.";

/**
 * Logs an attempt, by a route of its own: server actions of one page wait for each other, and an
 * attempt stops the clock. What goes wrong comes back in words; `offline` where no answer came.
 */
export async function sendAttempt(
  handoffId: string,
  attempt: AttemptToSend,
): Promise<Outcome<LoggedAttempt> & { offline?: boolean }> {
  try {
    const response = await fetch(`/api/handoffs/${handoffId}/attempts`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(attempt),
    });
    if (response.status === 401) return { ok: false, reason: SIGNED_OUT };
    return await response.json();
  } catch {
    return { ok: false, reason: NO_ANSWER, offline: true };
  }
}
