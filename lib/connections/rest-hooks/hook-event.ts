import { keysOf } from "@/lib/platform/keys-of";
import type { OutgoingKind } from "../outbox/outgoing";

/** What a REST hook can be told of, each in a sentence; all of it is something that the outbox tells. */
export const HOOK_EVENT_WORDS = {
  "lead.routed": "A lead was handed to a rep, or to another one.",
  "lead.accepted": "Its rep accepted it.",
  "lead.rejected": "Its rep rejected it, with the reason.",
  "lead.noted": "A note or a flag was added while a rep has it.",
} as const;
export type HookEvent = keyof typeof HOOK_EVENT_WORDS;
export const HOOK_EVENTS = keysOf(HOOK_EVENT_WORDS);

/** The event that a row of the outbox is; null for a rep's answer that was taken back since. */
export function hookEventOf(kind: OutgoingKind, accepted: boolean | null): HookEvent | null {
  if (kind === "handoff") return "lead.routed";
  if (kind === "note") return "lead.noted";
  if (accepted === null) return null;
  return accepted ? "lead.accepted" : "lead.rejected";
}
