import type { OutgoingKind } from "../outbox/outgoing";

/** What a REST hook can be told of; each is something that the outbox tells already. */
export const HOOK_EVENTS = ["lead.routed", "lead.accepted", "lead.rejected", "lead.noted"] as const;
export type HookEvent = (typeof HOOK_EVENTS)[number];

/** The event that a row of the outbox is; null for a rep's answer that was taken back since. */
export function hookEventOf(kind: OutgoingKind, accepted: boolean | null): HookEvent | null {
  if (kind === "handoff") return "lead.routed";
  if (kind === "note") return "lead.noted";
  if (accepted === null) return null;
  return accepted ? "lead.accepted" : "lead.rejected";
}
