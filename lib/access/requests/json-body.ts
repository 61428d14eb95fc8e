import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { storable } from "@/lib/platform/storable";
import { parseJson } from "./json-text";

type BodyAnswer =
  | { ok: true; value: unknown; bytes: number; storable: boolean }
  | { ok: false; status: 400 | 413 | 415; reason: string };

type Raw = { ok: true; body: Uint8Array } | (BodyAnswer & { ok: false });

const inflate = promisify(gunzip);
const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;
const no = (status: 400 | 413 | 415, reason: string): BodyAnswer & { ok: false } => ({
  ok: false,
  status,
  reason,
});

/**
 * Reads a request's body as JSON, counting its bytes as they come, so that a body over `limit`
 * (bytes) is never held in memory. Bytes that are not UTF-8 are refused.
 */
export async function readJson(request: Request, limit: number): Promise<BodyAnswer> {
  const read = await readRaw(request, limit);
  return read.ok ? jsonOf(read.body) : read;
}

/**
 * The same of a body that may come compressed by gzip, as RudderStack's SDK sends it unasked. `limit` holds
 * for the bytes that come and for what they inflate to: inflating stops there.
 */
export async function readMaybeGzip(request: Request, limit: number): Promise<BodyAnswer> {
  if (encodingOf(request) !== "gzip") return readJson(request, limit);
  const packed = await readWithin(request, limit);
  if (!packed.ok) return packed;
  try {
    return jsonOf(await inflate(packed.body, { maxOutputLength: limit }));
  } catch (error) {
    if (codeOf(error) === "ERR_BUFFER_TOO_LARGE") return tooLarge(limit);
    if (codeOf(error)?.startsWith("Z_")) return no(400, "The body is not valid gzip.");
    throw error;
  }
}

/** The same of a page of ours: what somebody typed, without what cannot be kept. */
export async function readTyped(request: Request, limit: number): Promise<BodyAnswer> {
  const read = await readJson(request, limit);
  return read.ok ? { ...read, value: storable(read.value) } : read;
}

/** The body as the bytes that came, as signatures are made over them; never more than `limit`. */
export async function readRaw(request: Request, limit: number): Promise<Raw> {
  const encoding = encodingOf(request);
  if (encoding !== "identity") return no(415, `Send it uncompressed, not as ${encoding}.`);
  return readWithin(request, limit);
}

/**
 * What bytes say as JSON. Bytes that are not UTF-8 are refused. `storable` where no text in it can hold
 * what PostgreSQL does not keep: a NUL and half a surrogate pair come in UTF-8 and JSON as `\u…` only.
 */
export function jsonOf(bytes: Uint8Array): BodyAnswer {
  const text = decode(bytes);
  if (text === null) return no(400, "The body is not valid UTF-8.");
  const parsed = parseJson(text);
  if (!parsed.ok) return no(400, parsed.reason);
  return { ...parsed, bytes: bytes.length, storable: !text.includes("\\u") };
}

/** True where the request says that its body is JSON: `application/json` or `…+json`. */
export function saysJson(request: Request): boolean {
  const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  return type === "application/json" || /^application\/[\w.-]+\+json$/.test(type ?? "");
}

const encodingOf = (request: Request) =>
  request.headers.get("content-encoding")?.toLowerCase() ?? "identity";

const tooLarge = (limit: number) =>
  no(413, `The body is larger than ${Math.floor(limit / 1024)} KB.`);

async function readWithin(request: Request, limit: number): Promise<Raw> {
  if (Number(request.headers.get("content-length")) > limit) return tooLarge(limit);
  const body = await readBytes(request, limit);
  return body ? { ok: true, body } : tooLarge(limit);
}

async function readBytes(request: Request, limit: number): Promise<Uint8Array | null> {
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let total = 0;
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    total += part.value.length;
    if (total > limit) {
      await reader.cancel().catch(() => {});
      return null;
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
