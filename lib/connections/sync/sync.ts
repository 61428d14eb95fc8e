import { SENDER_FAULTS, type SenderFault } from "@/lib/access/keys/faults";
import { formatCount } from "@/lib/platform/format-number";
import { type FieldId, fieldDefinition } from "@/lib/standard/categories";
import { thingInSentence } from "@/lib/trail/wording/prose";

/** How what comes from, or goes to, one system keeps up (M.2). */
export type Sync = {
  /** The connection's id, a built-in provider's name, or a key's id. */
  id: string;
  name: string;
  /** Under what its answers are kept. */
  keys: readonly string[];
  /** It is asked about leads, reps work in it, people are told by it, it sends to us, or it is a hook. */
  does: "is asked" | "writes" | "tells" | "sends" | "subscribes";
  lastSuccessAt: Date | null;
  /** Failures of the last 24 hours by cause, the most frequent first. */
  failures: { cause: string; count: number }[];
  /** How many leads, records or notices wait for a retry. */
  waiting: number;
  /** Since when the oldest of them waits: the lag. */
  waitingSince: Date | null;
  /** When the first of them is tried again by itself. */
  nextAt: Date | null;
  /** What a lead gets from it. */
  gives: FieldId[];
  /** Why nothing of what it sends was taken since its last success; null where it keeps up. */
  fault: SenderFault | null;
};

/** The most fields that a sentence names. */
const NAMED = 3;

const listed = (words: readonly string[]) =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;

function fieldWords(gives: readonly FieldId[]): string {
  const labels = gives.map((id) => thingInSentence(fieldDefinition(id).label));
  const more = labels.length - NAMED;
  return listed(more > 0 ? [...labels.slice(0, NAMED), `${more} other fields`] : labels);
}

const WAITING = {
  "is asked": "lead",
  writes: "record",
  tells: "notice",
  sends: "event",
  subscribes: "event",
} as const;

/** How much of what a system does waits: '1 record waits', '12,500 records wait'. */
export function waitingWords({ waiting, does }: Sync, locale: string): string {
  const one = WAITING[does];
  return formatCount(waiting, `${one} waits`, `${one}s wait`, locale);
}

/**
 * What is missing while a system does not answer, in one plain sentence: 'New leads get no direct
 * phone from ZoomInfo while it is down: 14 leads wait.' Null where nothing waits.
 */
export function meanwhile(sync: Sync, locale: string): string | null {
  const { name, does, waiting, gives, fault } = sync;
  if (fault) {
    return `What ${name} knows of leads does not arrive: it ${SENDER_FAULTS[fault]}, and nothing was taken since.`;
  }
  if (waiting === 0) return null;
  const waits = waitingWords(sync, locale);
  if (does === "tells") {
    return `Nobody is told by ${name} while it is down: ${waits}.`;
  }
  if (does === "writes") {
    return `Reps do not find everything in ${name}: ${waits}.`;
  }
  if (does === "subscribes") return `${name} hears of nothing new while it is down: ${waits}.`;
  if (does === "sends") return `${waits} of ${name} to be taken in.`;
  const what = gives.length > 0 ? `no ${fieldWords(gives)}` : "nothing";
  return `New leads get ${what} from ${name} while it is down: ${waits}.`;
}
