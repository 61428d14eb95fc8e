import { and, eq, inArray, isNull } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { notice } from "@/db/schema/notice";
import { done, type Outcome } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Actor, Viewer } from "@/lib/access/viewer";
import { WITH_A_REP } from "@/lib/gate/status";
import { notify } from "@/lib/notices/commands";
import type { FieldId } from "@/lib/standard/categories";

/**
 * Tells the rep who has a lead that marketing ops corrected something after the handoff, inside
 * the transaction that corrects it. The snapshot stays as it was (G.7). `occasion` tells one
 * correction from the next of the same field.
 */
export async function tellOfCorrection(
  tx: Transaction,
  actor: Actor,
  of: { leadId: string; fieldId: FieldId; occasion: string },
  now: Date,
): Promise<void> {
  const [given] = await tx
    .select({ handoffId: handoff.id, ownerId: handoff.ownerId })
    .from(lead)
    .innerJoin(handoff, eq(handoff.id, lead.handoffId))
    .where(and(eq(lead.id, of.leadId), inArray(lead.status, WITH_A_REP)));
  if (!given) return;
  const { leadId, fieldId, occasion } = of;
  await notify(tx, actor, [
    {
      kind: "correction",
      personId: given.ownerId,
      handoffId: given.handoffId,
      leadId,
      fieldId,
      at: now,
      occasion: `${given.handoffId} ${fieldId} ${occasion}`,
    },
  ]);
}

/**
 * Notes that the rep has seen on the lead's page what was added since the handoff, so that their
 * queue marks it no more. Nothing for whom it was not told.
 */
export async function seeCorrections(
  viewer: Viewer,
  input: { handoffId: string },
  now: Date,
): Promise<Outcome> {
  authorize(viewer, "work the queue");
  return transaction(async (tx) => {
    await tx
      .update(notice)
      .set({ seenAt: now })
      .where(
        and(
          eq(notice.handoffId, input.handoffId),
          eq(notice.personId, viewer.id),
          eq(notice.kind, "correction"),
          isNull(notice.seenAt),
        ),
      );
    return done;
  });
}
