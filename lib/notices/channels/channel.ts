import type { Failed } from "@/lib/enrichment/http/http";
import type { ProviderSetting } from "@/lib/enrichment/provider";
import type { Json } from "@/lib/standard/field";

/** What is told, in plain text: each channel makes it inert in its own way. */
export type Message = {
  /** The same at each try, so that a mail server or a reader can tell a repetition. */
  id: string;
  to: { name: string; email: string };
  title: string;
  lines: string[];
  link: { text: string; url: string };
};

/** Not delivered. `final` where trying again cannot help, such as an address that does not exist. */
export type NotDelivered = Failed & { final?: true };

/** What came of one try. Delivered means that the other side took charge of it. */
export type Delivery = { delivered: true } | NotDelivered;

/** A way to people, made of a connection's settings and secrets. */
type Channel = {
  /**
   * Tries once, and never throws for what the other side does wrong. `signal` ends the try; whether
   * it arrived nevertheless is then unknown.
   */
  deliver(message: Message, signal: AbortSignal): Promise<Delivery>;
};

/** A kind of channel that an admin can connect. */
export type ChannelSystem = {
  /** As in `connection.system`. */
  id: ChannelId;
  label: string;
  settings: readonly ProviderSetting[];
  /** Who reads what is told: the person alone, or everybody in a room. */
  readers: "the person" | "a room";
  /** What is wrong with one setting, read after its label; null where nothing is. */
  wrong(key: string, value: string): string | null;
  open(given: { settings: { [key: string]: Json }; secrets: { [key: string]: string } }): Channel;
};

export const CHANNEL_IDS = ["smtp", "slack", "teams"] as const;
export type ChannelId = (typeof CHANNEL_IDS)[number];

/** The failure of a channel that is not tried again. */
export const givenUp = (failure: Failed): NotDelivered => ({ ...failure, final: true });
