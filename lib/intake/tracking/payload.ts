import { storable } from "@/lib/platform/storable";
import { addressFault } from "./captured-lead";
import { asObject } from "./loose";
import { readMessage, type TrackingCall, type TrackingMessage } from "./message";

/** The limits of the tracking API, in bytes and events (Segment, HTTP API). */
export const EVENT_BYTES = 32 * 1024;
export const BATCH_BYTES = 500 * 1024;
const BATCH_EVENTS = 2_500;

/** A message that cannot be used, or not wholly, by its place in the batch. */
type Unusable = { index: number; reason: string };
type PayloadAnswer =
  | { ok: true; messages: TrackingMessage[]; refused: Unusable[] }
  | { ok: false; reason: string };

const no = (reason: string): PayloadAnswer => ({ ok: false, reason });
const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value) ?? "");

/** No more bytes than this are the JSON of a value, told without writing it: `\u0000` is the longest sign. */
function bytesAtMost(value: unknown): number {
  if (typeof value === "string") return 6 * value.length + 2;
  if (typeof value !== "object" || value === null) return LONGEST_NUMBER;
  let bytes = 2;
  if (Array.isArray(value)) for (const one of value) bytes += bytesAtMost(one) + 1;
  else
    for (const [key, inner] of Object.entries(value))
      bytes += bytesAtMost(key) + bytesAtMost(inner) + 2;
  return bytes;
}
/** Such as -2.2250738585072014e-308, in characters. */
const LONGEST_NUMBER = 25;
const isTooLarge = (message: unknown) =>
  bytesAtMost(message) > EVENT_BYTES && bytesOf(message) > EVENT_BYTES;

/**
 * Reads the body of a call. What is over a limit refuses the whole request, as Segment does, so
 * that the sender knows that none of it was kept; a message that says nothing usable is refused
 * by itself. Where the body is not known to be `storable`, its messages are made so.
 */
export function readPayload(
  call: TrackingCall | "batch",
  body: unknown,
  receivedAt: Date,
  isStorable = false,
): PayloadAnswer {
  const payload = asObject(body);
  if (payload !== body) return no("The body should be a JSON object.");
  const all = { receivedAt, isStorable };
  if (call !== "batch") return readAll([{ ...payload, type: call }], {}, all);
  const { batch, context, sentAt } = payload;
  if (!Array.isArray(batch)) return no("batch should be a list of messages.");
  if (batch.length > BATCH_EVENTS) return no(`The batch has more than ${BATCH_EVENTS} messages.`);
  const large = batch.findIndex(isTooLarge);
  if (large >= 0)
    return no(`Message ${large} of the batch is larger than ${EVENT_BYTES / 1024} KB.`);
  const shared = { context, sentAt };
  return readAll(batch, asObject(isStorable ? shared : storable(shared)), all);
}

function readAll(
  batch: readonly unknown[],
  shared: object,
  { receivedAt, isStorable }: { receivedAt: Date; isStorable: boolean },
): PayloadAnswer {
  const messages: TrackingMessage[] = [];
  const refused: Unusable[] = [];
  batch.forEach((given, index) => {
    const answer = readMessage(given, shared, receivedAt, isStorable);
    if (!answer.ok) {
      refused.push({ index, reason: answer.reason });
      return;
    }
    messages.push(answer.message);
    const fault = addressFault(answer.message);
    if (fault) refused.push({ index, reason: `${fault}; the rest was kept` });
  });
  const inTime = messages.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  return { ok: true, messages: inTime, refused };
}
