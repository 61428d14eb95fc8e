import type { ProviderSystem } from "@/lib/enrichment/provider";
import { systemOf as providerSystemOf, SYSTEMS } from "@/lib/enrichment/systems";
import type { ChannelSystem } from "@/lib/notices/channels/channel";
import { CHANNELS, channelOf } from "@/lib/notices/channels/channels";
import type { CrmSystem } from "./crm/crm";
import { CRMS, crmOf } from "./crm/crms";
import { type HookSystem, restHook } from "./rest-hooks/rest-hook";
import type { SenderSystem } from "./senders/sender";
import { SENDERS, senderOf } from "./senders/senders";
import type { SourceSystem } from "./sources/source";
import { SOURCES, sourceOf } from "./sources/sources";

/**
 * What an admin can connect: who is asked about leads, where reps work, by what people are told, who
 * calls us, and what is read on a schedule; one can be both of the last two.
 */
export type System =
  | ProviderSystem
  | CrmSystem
  | ChannelSystem
  | SenderSystem
  | SourceSystem
  | HookSystem;

export const isCrm = (system: System): system is CrmSystem => "firstMap" in system;
/** A CRM is asked, too, but is more than that. */
export const isProvider = (system: System): system is ProviderSystem =>
  "connect" in system && !isCrm(system);
export const isChannel = (system: System): system is ChannelSystem => "open" in system;
export const isSender = (system: System): system is SenderSystem => "prove" in system;
/** It subscribes by the API, so that it is not among what is offered on screen. */
export const isHook = (system: System): system is HookSystem => "subscribes" in system;
export const isSource = (system: System): system is SourceSystem => "reach" in system;

/** Every system that can be connected, in the order in which they are offered. */
export const CONNECTABLE: readonly System[] = [
  ...new Set([...CRMS, ...SYSTEMS, ...CHANNELS, ...SENDERS, ...SOURCES]),
];

/** The system with an id, such as 'clearbit' or 'slack'; undefined where there is none. */
export const systemOf = (id: string): System | undefined =>
  crmOf(id) ??
  providerSystemOf(id) ??
  channelOf(id) ??
  senderOf(id) ??
  sourceOf(id) ??
  (id === restHook.id ? restHook : undefined);
