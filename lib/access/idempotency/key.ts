import { createHash } from "node:crypto";

const LONGEST = 255;
/** A structured field's string (RFC 9651), or as most senders write it: the bare text. */
const QUOTED = /^"((?:[^"\\]|\\["\\])*)"$/;
const PRINTABLE = /^[\x20-\x7e]+$/;

type IdempotencyKey = { ok: true; key: string | null } | { ok: false; reason: string };

/** The `Idempotency-Key` of a request; null where it has none. */
export function idempotencyKeyOf(headers: Headers): IdempotencyKey {
  const given = headers.get("idempotency-key")?.trim();
  if (given === undefined) return { ok: true, key: null };
  const key = QUOTED.exec(given)?.[1]?.replace(/\\(["\\])/g, "$1") ?? given;
  if (key === "") return { ok: false, reason: "is empty" };
  if (key.length > LONGEST) return { ok: false, reason: `is longer than ${LONGEST} characters` };
  return PRINTABLE.test(key)
    ? { ok: true, key }
    : { ok: false, reason: "holds what is no printable ASCII" };
}

/** A digest of what is asked, by which the same request is known again. */
export function fingerprintOf(request: Request, body: Uint8Array): string {
  const { pathname, search } = new URL(request.url);
  return createHash("sha256")
    .update(`${request.method} ${pathname}${search}\n`)
    .update(body)
    .digest("base64url");
}
