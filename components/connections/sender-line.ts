import { reasonInSentence } from "@/lib/connections/refusals/words";
import type { DayOfEvents } from "@/lib/connections/senders/state";
import type { Reading } from "@/lib/connections/sources/reading";
import type { ConnectionView } from "@/lib/connections/view";
import { formatAge, formatComing, type Reader } from "@/lib/platform/format";
import { formatNumber } from "@/lib/platform/format-number";
import { type ConnectionLine, connectionLine } from "./connection-line";
import { readingStanding } from "./reading/reading-line";
import { refusedWords } from "./refused-words";

type Look = { mayChange: boolean; base: string; reader: Reader; now: Date };

/** A system that calls us as the list shows it, with the address that it is to call. */
export type SenderLine = ConnectionLine & {
  /** Null where it calls nothing and is read only. */
  address: string | null;
  /** "12 refused: the signature is not this connection's"; null where none was. */
  refused: string | null;
};

const WORDS = { taken: "taken in", waiting: "waiting", unreadable: "not readable" } as const;

function dayWords(day: DayOfEvents | undefined, locale: string): string {
  const counts = (["taken", "waiting", "unreadable"] as const)
    .filter((state) => (day?.[state] ?? 0) > 0)
    .map((state) => `${formatNumber(day?.[state] ?? 0, locale)} ${WORDS[state]}`);
  return counts.join(", ") || "Nothing";
}

function standingOf(
  paused: boolean,
  day: DayOfEvents | undefined,
  { reader, now }: Look,
): ConnectionLine["standing"] {
  if (paused)
    return { word: "Paused", tone: "calm", detail: "What comes is kept until it is resumed." };
  const { lastAt = null, refused = [] } = day ?? {};
  const age = (at: Date) => formatAge(at, now, reader);
  const latest = refused.toSorted((one, other) => +other.lastAt - +one.lastAt)[0];
  if (latest && (!lastAt || latest.lastAt > lastAt)) {
    const why = `The last call was refused ${age(latest.lastAt)}: ${reasonInSentence(latest.reason)}.`;
    const detail = lastAt ? `${why} Last taken ${age(lastAt)}.` : why;
    return { word: "Calls refused", tone: "bad", detail };
  }
  if (lastAt) return { word: "Working", tone: "good", detail: `Last ${age(lastAt)}` };
  return { word: "Nothing came yet", tone: "calm", detail: "Give its address to the system." };
}

export function senderLine(
  view: ConnectionView,
  { day, read = [] }: { day: DayOfEvents | undefined; read?: readonly Reading[] | undefined },
  look: Look,
): SenderLine {
  const { mayChange, base, reader, now } = look;
  const line = connectionLine(view, mayChange, reader, now);
  const { earlierUntil: until } = view;
  const taken =
    until && `Calls with the secret before are taken until ${formatComing(until, reader, now)}.`;
  const standing =
    (!view.paused && readingStanding(read, reader, now)) || standingOf(view.paused, day, look);
  return {
    ...line,
    standing: { ...standing, detail: [taken, standing.detail].filter(Boolean).join(" ") },
    day: dayWords(day, reader.locale),
    address: view.webhook ? `${base}${view.webhook}` : null,
    refused: refusedWords(day?.refused ?? [], reader.locale),
  };
}
