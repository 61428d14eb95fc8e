import { meanwhile, type Sync, waitingWords } from "@/lib/connections/sync/sync";
import { formatAge, formatDuration, formatExact, type Reader } from "@/lib/platform/format";

/** How a system keeps up, in words (M.2). */
export type SyncLine = {
  id: string;
  name: string;
  success: string;
  successExact: string | undefined;
  lag: string;
  failures: string;
  waits: string;
  /** When it is tried again by itself; null where nothing waits. */
  next: string | null;
  /** What a rep is missing meanwhile; null while nothing waits. */
  meanwhile: string | null;
  /** How many a press would retry; 0 where the reader may not, or nothing waits. */
  retries: number;
};

function waitsWords(sync: Sync, locale: string): string {
  if (sync.fault) return "It has to send again";
  return sync.waiting === 0 ? "Nothing waits" : waitingWords(sync, locale);
}

/** Puts the state of a system's synchronisation in words; `mayRetry` for this reader. */
export function syncLine(sync: Sync, mayRetry: boolean, reader: Reader, now: Date): SyncLine {
  const { id, name, lastSuccessAt, failures, waiting, waitingSince, nextAt } = sync;
  const told = failures.map(({ cause, count }) => (count === 1 ? cause : `${cause} (${count})`));
  const lag = waitingSince && formatDuration((now.getTime() - waitingSince.getTime()) / 1_000);
  const due = nextAt && (nextAt > now ? formatAge(nextAt, now, reader) : "now");
  return {
    id,
    name,
    success: lastSuccessAt ? formatAge(lastSuccessAt, now, reader) : "Never yet",
    successExact: lastSuccessAt ? formatExact(lastSuccessAt, reader) : undefined,
    lag: lag ?? "None",
    failures: told.length > 0 ? told.join(" · ") : "No failure in 24 hours",
    waits: waitsWords(sync, reader.locale),
    next: waiting > 0 ? `next try ${due ?? "not planned"}` : null,
    meanwhile: meanwhile(sync, reader.locale),
    retries: mayRetry ? waiting : 0,
  };
}
