import type { OutgoingRow } from "@/lib/connections/outbox/listing/view";
import { OUTGOING_WORDS } from "@/lib/connections/outbox/outgoing";
import type { DeliveryState } from "@/lib/notices/delivery-state";
import { formatComingAt, formatExact, formatMoment, type Reader } from "@/lib/platform/format";
import { formatCount } from "@/lib/platform/format-number";
import type { EventLine } from "./event-line";

/** Something that goes out as the list shows it; every text is ready to be printed. */
export type OutgoingLine = Omit<EventLine, "key" | "size"> & {
  lead: string;
  what: string;
  tries: string;
};

/** How it stands, in words. */
export const OUTGOING_STATES: Readonly<Record<DeliveryState, string>> = {
  waiting: "Waiting",
  sent: "Sent",
  failed: "Given up",
  dropped: "Not sent",
};
const TONES = { waiting: "warn", sent: "calm", failed: "bad", dropped: "calm" } as const;

/** What became of it; of what waits, until when and why. */
export function outgoingWords(
  { state, words, dueAt, tries }: OutgoingRow,
  paused: boolean,
  reader: Reader,
  now: Date,
): string {
  if (state === "sent") return words ?? "It is there.";
  if (state !== "waiting") return words ?? "";
  if (paused) return "Waits until the connection is resumed.";
  const due = dueAt > now ? `To be sent ${formatComingAt(dueAt, reader, now)}.` : "To be sent.";
  return tries > 0 && words ? `${words} ${due}` : due;
}

export function outgoingLine(
  row: OutgoingRow,
  paused: boolean,
  reader: Reader,
  now: Date,
): OutgoingLine {
  const { id, name, kind, at, state, tries } = row;
  return {
    id,
    lead: name,
    what: OUTGOING_WORDS[kind],
    at: formatMoment(at, reader, now, "second"),
    exact: formatExact(at, reader),
    state: OUTGOING_STATES[state],
    tone: TONES[state],
    words: outgoingWords(row, paused, reader, now),
    tries: tries > 0 ? formatCount(tries, "try", "tries", reader.locale) : "",
  };
}
