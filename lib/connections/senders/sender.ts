import type { ProviderSetting } from "@/lib/enrichment/provider";
import type { ActivityInput, LeadInput } from "@/lib/intake/input";
import type { Source } from "@/lib/standard/field";

/**
 * A call as it came: the bytes that were signed, the headers that say by whom, and the public address
 * that it was sent to, as we gave it.
 */
export type WebhookCall = { headers: Headers; body: Uint8Array; address: string };

/**
 * Who called, proven. `key` is the same for each repetition of one event, so that it is taken once;
 * what is refused is answered with `status`.
 */
export type Proof = { ok: true; key: string } | { ok: false; status: 400 | 401; reason: string };

/** What an event says: leads first, then what they did. `refused`: what could not be read, and why. */
export type Arrived = {
  leads: LeadInput[];
  activities: ActivityInput[];
  refused: string[];
  /** Events that are of no use to a handoff, such as a company that was deleted. */
  passedOver: number;
  /** Records that the event says have changed, and that are read back. */
  changed?: readonly { stream: string; id: string }[];
  /** Whom the sender deleted for privacy, by its ids in our own form: whoever has their data is to delete it. */
  purged?: readonly string[];
  /** Records that are no more there, and the stream that tells into what they were merged, if so. */
  gone?: readonly { stream: string; id: string }[];
  /** It is the sender's test, whose samples are nobody: nothing is taken of it. */
  test?: true;
};

/** A kind of system that calls us, such as a MAP's webhook. */
export type SenderSystem = {
  /** As in `connection.system`, and in the address it calls. */
  id: SenderId;
  label: string;
  settings: readonly ProviderSetting[];
  /** What its leads' values count as. */
  source: Source;
  /** What is wrong with one setting, read after its label; null where nothing is. */
  wrong(key: string, value: string): string | null;
  /** The key of the secret that proves its calls; that one is sent to nobody. */
  provenBy: string;
  /** Whether the call is this connection's, by its secrets, at a moment. */
  prove(call: WebhookCall, secrets: { [key: string]: string }, now: Date): Proof;
  /** The events of a body that holds several, each with a key of its own; null where it is none. */
  events?(body: unknown): { key: string; body: string }[] | null;
  /** What a proven body, or one event of it, says; `connectionId` makes the sender's own ids unique. */
  read(body: unknown, connectionId: string): Arrived;
};

const SENDER_IDS = ["zapier", "mautic", "hubspot", "marketo"] as const;
export type SenderId = (typeof SENDER_IDS)[number];
