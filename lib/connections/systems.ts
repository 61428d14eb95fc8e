import type { ProviderSystem } from "@/lib/enrichment/provider";
import { systemOf as providerSystemOf, SYSTEMS } from "@/lib/enrichment/systems";
import type { ChannelSystem } from "@/lib/notices/channels/channel";
import { CHANNELS, channelOf } from "@/lib/notices/channels/channels";

/** What an admin can connect: who is asked about leads, and by what people are told. */
export type System = ProviderSystem | ChannelSystem;

export const isChannel = (system: System): system is ChannelSystem => "open" in system;

/** Every system that can be connected, in the order in which they are offered. */
export const CONNECTABLE: readonly System[] = [...SYSTEMS, ...CHANNELS];

/** The system with an id, such as 'clearbit' or 'slack'; undefined where there is none. */
export const systemOf = (id: string): System | undefined => providerSystemOf(id) ?? channelOf(id);
