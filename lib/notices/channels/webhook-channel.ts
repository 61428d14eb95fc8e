import type { Reply } from "@/lib/enrichment/http/http";
import { baseUrl } from "@/lib/platform/env";
import type { ChannelSystem, Delivery, Message } from "./channel";
import { wrongWebhook } from "./webhook-url";

type Webhook = Pick<ChannelSystem, "id" | "label"> & {
  /** Where the vendor's webhooks live, and what one looks like. */
  hosts: RegExp;
  example: string;
  post(url: URL, message: Message, signal: AbortSignal): Promise<Delivery>;
};

/** A room that is told by posting to an address, which is all that it is known by. */
export const webhookChannel = ({ id, label, hosts, example, post }: Webhook): ChannelSystem => ({
  id,
  label,
  settings: [{ key: "webhookUrl", label: "Webhook URL", secret: true }],
  readers: "a room",
  wrong: (key, value) =>
    key === "webhookUrl" ? wrongWebhook(value, hosts, example, baseUrl) : null,
  open: ({ secrets }) => ({
    deliver: (message, signal) => post(new URL(secrets.webhookUrl ?? ""), message, signal),
  }),
});

/** True of a refusal that may be over at the next try. */
export const mayPass = ({ status }: Reply): boolean =>
  status >= 500 || status === 429 || status === 408;
