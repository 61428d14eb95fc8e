import { type HandoffDocument, handoffDocumentOf } from "@/lib/api/handoffs/handoff-document";
import type { RejectionReason } from "@/lib/handoff/outcome";
import type { Snapshot } from "@/lib/handoff/snapshot";
import type { OutgoingKind } from "../outbox/outgoing";
import { type HookEvent, hookEventOf } from "./hook-event";

/** What a row of the outbox knows of its own handoff; the rep's answer and the note are that row's. */
export type Told = {
  kind: OutgoingKind;
  at: Date;
  handoffId: string;
  own: Snapshot;
  answer: { accepted: boolean; reason: RejectionReason | null; words: string | null } | null;
  note: { text: string; author: string; at: Date } | null;
};

/** One event in the form that Standard Webhooks asks for; times are in UTC. */
export type HookDocument = {
  type: HookEvent;
  timestamp: string;
  data: {
    leadId: string;
    handoff: HandoffDocument;
    decision?: { accepted: boolean; reason: RejectionReason | null; words: string | null };
    note?: { text: string; author: string; at: string };
  };
};

/** What a hook is sent of a row; null where there is no longer anything to say. */
export function hookDocumentOf({ kind, at, handoffId, own, answer, note }: Told) {
  const type = hookEventOf(kind, answer?.accepted ?? null);
  if (!type || (kind === "note" && !note)) return null;
  const document: HookDocument = {
    type,
    timestamp: at.toISOString(),
    data: {
      leadId: own.leadId,
      handoff: handoffDocumentOf(handoffId, own),
      ...(kind === "decision" && answer ? { decision: answer } : {}),
      ...(kind === "note" && note ? { note: { ...note, at: note.at.toISOString() } } : {}),
    },
  };
  return document;
}
