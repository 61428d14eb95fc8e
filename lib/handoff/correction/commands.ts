import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import type { Actor } from "@/lib/access/viewer";
import { HANDED_OFF } from "@/lib/gate/status";
import { notify } from "@/lib/notices/commands";
import type { FieldId } from "@/lib/standard/categories";

const WITH_A_REP = HANDED_OFF.filter((status) => status !== "rejected");

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
      ...{ leadId, fieldId, at: now },
      occasion: `${given.handoffId} ${fieldId} ${occasion}`,
    },
  ]);
}
