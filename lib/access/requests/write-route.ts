import { isOutage } from "@/db/outage";
import { systemClock } from "@/lib/platform/clock";
import { log } from "@/lib/platform/log";
import { WRITE_LIMIT } from "../keys/limit";
import { limited } from "../keys/limited";
import { noting } from "../keys/use";
import { keyHolder } from "../queries";
import type { SystemActor } from "../viewer";
import { basicKey, bearerKey } from "./credentials";
import { readMaybeGzip } from "./json-body";
import { shortAnswer } from "./short-answer";

/**
 * A call of the tracking API whose write key and JSON were checked. `now` is its receipt; `storable`
 * where all texts of its body can be kept as they are.
 */
type WriteCall = { actor: SystemActor; body: unknown; now: Date; storable: boolean };

/** Seconds after which a tracker may try again when the database did not answer. */
const RETRY_AFTER = "5";

/** An answer in the shape that Segment's trackers know. */
export function trackingAnswer(
  status: 200 | 400 | 401 | 404 | 405 | 429 | 500 | 503,
  message?: string,
  headers: Record<string, string> = {},
): Response {
  const document = status === 200 ? { success: true } : { success: false, message };
  return shortAnswer(document, { status, headers });
}

/**
 * Answers a tracking call: its JSON up to `limit` bytes, then the write key, then `answer`.
 * Segment answers 400 to what is too large. An unknown key gets 401, which trackers do not
 * repeat; an outage gets 503 and a key that sends too often 429, which they do.
 */
export function withWriteKey(
  answer: (call: WriteCall) => Promise<Response>,
): (request: Request, limit: number) => Promise<Response> {
  return async (request, limit) => {
    const now = systemClock();
    try {
      const named = basicKey(request.headers);
      const known = named ? await keyHolder("write", named) : null;
      if (named && !known) return unknownKey();
      const read = await readMaybeGzip(request, limit);
      if (!read.ok) {
        const refusal = async () => trackingAnswer(400, read.reason);
        return known ? noting(known, now, refusal) : refusal();
      }
      const key = keyInBody(read.value) ?? bearerKey(request.headers);
      const holder = known ?? (key ? await keyHolder("write", key) : null);
      if (!holder) return unknownKey();
      const { actor } = holder;
      const { value: body, storable } = read;
      const answered = () => answer({ actor, body, now, storable });
      return await limited(holder, now, answered, (wait) => tooMany(now, wait), WRITE_LIMIT);
    } catch (error) {
      return failure(error);
    }
  };
}

function keyInBody(body: unknown): string | null {
  if (typeof body !== "object" || body === null || !("writeKey" in body)) return null;
  return typeof body.writeKey === "string" && body.writeKey !== "" ? body.writeKey : null;
}

function unknownKey(): Response {
  const headers = { "WWW-Authenticate": 'Basic realm="Baton"' };
  return trackingAnswer(401, "This write key is not known.", headers);
}

/** As Segment answers it: its trackers wait as long as either header says, and send it again. */
function tooMany(now: Date, seconds: number): Response {
  const at = now.getTime() + seconds * 1_000;
  const headers = { "X-RateLimit-Reset": String(at) };
  return trackingAnswer(429, `This write key sent too often. Send it in ${seconds} s.`, headers);
}

function failure(error: unknown): Response {
  if (!isOutage(error)) {
    log().error({ err: error }, "A tracking call failed");
    return trackingAnswer(500, "This is our fault, and it was noted. Send it again later.");
  }
  log().warn({ err: error }, "The database did not answer a tracking call");
  const headers = { "Retry-After": RETRY_AFTER };
  return trackingAnswer(503, "The database does not answer. Send it again.", headers);
}
