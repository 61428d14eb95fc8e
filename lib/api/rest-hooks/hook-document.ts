import { z } from "zod";
import type { ToTell } from "@/lib/connections/outbox/sending/queries";
import { HOOK_EVENTS, hookEventOf } from "@/lib/connections/rest-hooks/hook-event";
import { REJECTION_REASONS } from "@/lib/handoff/outcome";
import { keysOf } from "@/lib/platform/keys-of";
import { handoffDocument, handoffDocumentOf } from "../handoffs/handoff-document";

/** What a hook's target is sent: the form that Standard Webhooks asks for; times are in UTC. */
export const hookEventDocument = z.object({
  id: z.guid().describe("The webhook-id: the same over all tries and replays of one event"),
  type: z.enum(HOOK_EVENTS),
  timestamp: z.iso.datetime().describe("When it happened"),
  data: z.object({
    leadId: z.guid(),
    handoff: handoffDocument.describe("As the rep was given it; it never changes"),
    decision: z
      .object({
        accepted: z.boolean(),
        reason: z.enum(keysOf(REJECTION_REASONS)).nullable(),
        words: z.string().nullable(),
      })
      .optional()
      .describe("With lead.accepted and lead.rejected"),
    note: z
      .object({ text: z.string(), author: z.string(), at: z.iso.datetime() })
      .optional()
      .describe("With lead.noted"),
  }),
});
type HookDocument = z.infer<typeof hookEventDocument>;

/** What of a row of the outbox its event is made of: its own handoff, not the one that the lead has now. */
type Told = Pick<
  ToTell,
  "id" | "kind" | "at" | "handoffId" | "own" | "ownAnswer" | "note" | "author"
>;

/** What a hook is sent of a row; null where there is no longer anything to say. */
export function hookDocumentOf(row: Told): HookDocument | null {
  const { id, kind, at, handoffId, own, ownAnswer, note, author } = row;
  const type = hookEventOf(kind, ownAnswer?.accepted ?? null);
  if (!type || (kind === "note" && !note)) return null;
  const told = note && { text: note.text, author: author ?? "Somebody", at: note.at.toISOString() };
  return {
    id,
    type,
    timestamp: at.toISOString(),
    data: {
      leadId: own.leadId,
      handoff: handoffDocumentOf(handoffId, own),
      ...(kind === "decision" && ownAnswer ? { decision: ownAnswer } : {}),
      ...(kind === "note" && told ? { note: told } : {}),
    },
  };
}
