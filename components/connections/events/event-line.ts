import type { EventRow } from "@/lib/connections/events/event";
import type { WebhookState } from "@/lib/connections/senders/state";
import { formatExact, formatMoment, type Reader } from "@/lib/platform/format";
import { formatCount, formatNumber } from "@/lib/platform/format-number";
import { capitalised } from "@/lib/platform/shown-text";

/** An event as the list shows it; every text is ready to be printed. */
export type EventLine = {
  id: string;
  key: string;
  at: string;
  exact: string;
  state: string;
  tone: "calm" | "warn" | "bad";
  words: string;
  size: string;
};

/** How an event stands, in words. */
export const EVENT_STATES: Readonly<Record<WebhookState, string>> = {
  waiting: "Waiting",
  taken: "Taken in",
  unreadable: "Not readable",
};
const TONES = { waiting: "warn", taken: "calm", unreadable: "bad" } as const;

/** "812 bytes", "1.2 KB". */
export const sizeWords = (bytes: number, locale: string): string =>
  bytes < 1_000
    ? formatCount(bytes, "byte", "bytes", locale)
    : `${formatNumber(bytes / 1_000, locale, 1)} KB`;

/** What became of an event; of one that waits, why. */
export function eventWords({ state, words }: EventRow, paused: boolean): string {
  const told = words && capitalised(words);
  if (state !== "waiting") return told ?? "";
  if (paused) return "Kept until the connection is resumed.";
  return told ?? "To be taken in.";
}

export function eventLine(row: EventRow, paused: boolean, reader: Reader, now: Date): EventLine {
  const { id, key, receivedAt, state, bytes } = row;
  return {
    id,
    key,
    at: formatMoment(receivedAt, reader, now, "second"),
    exact: formatExact(receivedAt, reader),
    state: EVENT_STATES[state],
    tone: TONES[state],
    words: eventWords(row, paused),
    size: sizeWords(bytes, reader.locale),
  };
}
