import type { Answer } from "@/lib/enrichment/provider";
import type { Delivery } from "../channels/channel";

/** What a delivery says of its connection's health, in the words of who asks providers. */
export const healthAnswer = (delivery: Delivery): Answer =>
  "delivered" in delivery ? { answer: "no_match", words: "It took the message." } : delivery;
