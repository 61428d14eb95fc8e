import { log } from "@/lib/platform/log";
import { isOutage } from "../outage";
import type { SystemActor } from "../viewer";
import { keepKeyUse } from "./commands";
import { faultOf, type SenderFault } from "./faults";

/** Who calls with a key, and which key it is. */
export type KeyHolder = { actor: SystemActor; keyId: string };

const MINUTE = 60_000;
/** When each key's use was last written from here. On the global object: development loads this anew. */
const shared = globalThis as typeof globalThis & { batonKeyUse?: Map<string, number> };
shared.batonKeyUse ??= new Map();
const written = shared.batonKeyUse;

/** Writes that a call was taken or not, at most once a minute for each key and cause, and waits for nothing. */
function note({ actor, keyId }: KeyHolder, fault: SenderFault | null, now: Date): void {
  const what = `${keyId} ${fault}`;
  if (now.getTime() - (written.get(what) ?? 0) < MINUTE) return;
  written.set(what, now.getTime());
  keepKeyUse(actor, { keyId, fault }, now).catch((err: unknown) => {
    written.delete(what);
    log().warn({ err }, "When a key was last used could not be kept");
  });
}

/** Answers a call and notes what came of it (M.2). */
export async function noting(
  holder: KeyHolder,
  now: Date,
  answer: () => Promise<Response>,
): Promise<Response> {
  try {
    const response = await answer();
    note(holder, faultOf(response.status), now);
    return response;
  } catch (error) {
    if (!isOutage(error)) note(holder, "ours", now);
    throw error;
  }
}
