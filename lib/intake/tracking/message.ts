import { storable } from "@/lib/platform/storable";
import type { Identity } from "../queries";
import { asObject, type Loose, textOf, together } from "./loose";
import { type MessageTimes, occurredAt } from "./occurred-at";

/** The calls of the tracking API beside `batch`. */
export const CALLS = ["identify", "track", "page", "screen", "group", "alias"] as const;
export type TrackingCall = (typeof CALLS)[number];

/** Longer ids than this tell nobody apart who matters, in characters. */
const LONGEST_ID = 200;

/** What scripts send where they know no id: one person behind all of these would be everybody. */
const NOBODY = new Set(["null", "undefined", "none", "nan", "anonymous", "[object object]", "-"]);

/** One message of a tracker, made uniform. `at` is when it happened, by our clock. */
export type TrackingMessage = {
  type: TrackingCall;
  userId: string | undefined;
  anonymousId: string | undefined;
  previousId: string | undefined;
  messageId: string | undefined;
  event: string | undefined;
  name: string | undefined;
  properties: Loose;
  traits: Loose;
  context: Loose;
  at: Date;
};

type MessageAnswer = { ok: true; message: TrackingMessage } | { ok: false; reason: string };

const no = (reason: string): MessageAnswer => ({ ok: false, reason });

function id(from: Loose, name: string): string | undefined {
  const text = textOf(from, name);
  return text === undefined || NOBODY.has(text.toLowerCase())
    ? undefined
    : text.slice(0, LONGEST_ID);
}

/**
 * Reads one message, which is made storable where it is not known to be. `shared` is what a batch says
 * for all of its messages, storable already: context, and when it was sent.
 */
export function readMessage(
  given: unknown,
  shared: object,
  receivedAt: Date,
  isStorable = false,
): MessageAnswer {
  const own = asObject(isStorable ? given : storable(given));
  const around = asObject(shared);
  const type = CALLS.find((call) => call === own.type);
  if (!type) return no(`type is not one of ${CALLS.join(", ")}`);
  const message: TrackingMessage = {
    type,
    userId: id(own, "userId"),
    anonymousId: id(own, "anonymousId"),
    previousId: id(own, "previousId"),
    messageId: textOf(own, "messageId"),
    event: textOf(own, "event"),
    name: textOf(own, "name"),
    properties: asObject(own.properties),
    traits: asObject(own.traits),
    context: together(asObject(around.context), asObject(own.context)),
    at: occurredAt(timesOf(own, around), receivedAt),
  };
  if (!message.userId && !message.anonymousId) {
    return no("userId is missing, and there is no anonymousId either");
  }
  return type === "track" && !message.event ? no("event is missing") : { ok: true, message };
}

const timesOf = (own: Loose, around: Loose): MessageTimes => ({
  timestamp: own.timestamp,
  originalTimestamp: own.originalTimestamp,
  sentAt: Object.hasOwn(own, "sentAt") ? own.sentAt : around.sentAt,
});

/** The names a message's visitor goes by, the surest first. An alias may be of either kind. */
export function visitorOf(message: TrackingMessage): Identity[] {
  const { userId, anonymousId, previousId, type } = message;
  const earlier = type === "alias" ? previousId : undefined;
  const named: (Identity | undefined)[] = [
    userId ? { kind: "user", value: userId } : undefined,
    earlier ? { kind: "user", value: earlier } : undefined,
    earlier ? { kind: "anonymous", value: earlier } : undefined,
    anonymousId ? { kind: "anonymous", value: anonymousId } : undefined,
  ];
  return named.filter((identity) => identity !== undefined);
}
