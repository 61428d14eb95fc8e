import type { SystemActor } from "@/lib/access/viewer";
import { keepRefusals, type Refusal } from "./commands";

/** What waits to be counted, and what is being written; both of one reason of one connection. */
type Counting = { more: number; writing: Promise<void> };
/** On the global object: development loads this anew. */
const shared = globalThis as typeof globalThis & { batonRefusals?: Map<string, Counting> };
shared.batonRefusals ??= new Map();
const counting = shared.batonRefusals;

/**
 * Counts a refused call; done once it is written. However many come at once, one statement at a time
 * counts those of one reason, so that a flood of them holds one connection to the database.
 */
export function noteRefusal(actor: SystemActor, refusal: Refusal, now: Date): Promise<void> {
  const what = `${refusal.connectionId} ${refusal.reason}`;
  const known = counting.get(what);
  if (known) {
    known.more += 1;
    return known.writing;
  }
  const mine: Counting = { more: 1, writing: Promise.resolve() };
  counting.set(what, mine);
  mine.writing = writeAll(actor, refusal, mine, now).finally(() => counting.delete(what));
  return mine.writing;
}

async function writeAll(actor: SystemActor, refusal: Refusal, counted: Counting, now: Date) {
  while (counted.more > 0) {
    const count = counted.more;
    counted.more = 0;
    await keepRefusals(actor, refusal, count, now);
  }
}
