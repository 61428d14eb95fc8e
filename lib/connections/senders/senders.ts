import { hubspot } from "../sources/hubspot/hubspot";
import { marketo } from "../sources/marketo/marketo";
import { mautic } from "../sources/mautic/mautic";
import type { SenderSystem } from "./sender";
import { zapier } from "./zapier";

/** The systems that call us, in the order in which they are offered. */
export const SENDERS: readonly SenderSystem[] = [hubspot, marketo, mautic, zapier];

/** The sender with an id; undefined where there is none. */
export const senderOf = (id: string): SenderSystem | undefined =>
  SENDERS.find((one) => one.id === id);
