import { instant, isKeptYear } from "../instant";

/** The times that a message may bring, as they came. */
export type MessageTimes = { timestamp?: unknown; originalTimestamp?: unknown; sentAt?: unknown };

const read = (value: unknown): Date | null => {
  const answer = typeof value === "string" ? instant(value) : null;
  return answer?.ok ? answer.at : null;
};

/**
 * When a message happened, by our clock: receivedAt − (sentAt − originalTimestamp), as the
 * tracking API defines it, so that a sender whose clock is wrong is put right. A date that cannot
 * be read, that lies outside the years we keep, or that lies in the future is the moment of receipt.
 */
export function occurredAt(times: MessageTimes, receivedAt: Date): Date {
  const claimed = read(times.originalTimestamp) ?? read(times.timestamp);
  if (!claimed) return receivedAt;
  const sentAt = read(times.sentAt);
  const corrected = sentAt
    ? new Date(claimed.getTime() + receivedAt.getTime() - sentAt.getTime())
    : claimed;
  return isKeptYear(corrected) && corrected <= receivedAt ? corrected : receivedAt;
}
