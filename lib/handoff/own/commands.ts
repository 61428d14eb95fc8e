import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { person } from "@/db/schema/person";
import type { Viewer } from "@/lib/access/viewer";
import type { LeadStatus } from "@/lib/gate/status";
import { record } from "@/lib/platform/history";

export const NO_HANDOFF = "There is no such handoff.";

/** A rep's own handoff, its lead locked; `current` is the handoff that the lead has now. */
export type OwnHandoff = {
  id: string;
  leadId: string;
  routedAt: Date;
  status: LeadStatus;
  current: string | null;
};

/** The viewer's own handoff with its lead's current one, locked; null for a stranger's. */
export async function ownHandoff(
  tx: Transaction,
  viewer: Viewer,
  handoffId: string,
): Promise<OwnHandoff | null> {
  const [row] = await tx
    .select({
      id: handoff.id,
      leadId: handoff.leadId,
      routedAt: handoff.routedAt,
      status: lead.status,
      current: lead.handoffId,
    })
    .from(handoff)
    .innerJoin(lead, eq(lead.id, handoff.leadId))
    .where(and(eq(handoff.id, handoffId), eq(handoff.ownerId, viewer.id)))
    .for("update", { of: lead });
  return row ?? null;
}

/** Who has the lead now, where it was given to somebody else since; null where it was not. */
export async function givenOnTo(
  tx: Transaction,
  _viewer: Viewer,
  { id, current }: OwnHandoff,
): Promise<string | null> {
  if (current === id || current === null) return null;
  const [row] = await tx
    .select({ name: person.name })
    .from(handoff)
    .innerJoin(person, eq(person.id, handoff.ownerId))
    .where(eq(handoff.id, current));
  return row?.name ?? null;
}

/** Moves the lead to a status, where this is its current handoff, and writes who did what. */
export async function moveOn(
  tx: Transaction,
  viewer: Viewer,
  row: OwnHandoff,
  entry: { status: LeadStatus; verb: string; after: Record<string, string | null> },
  now: Date,
): Promise<void> {
  // An older handoff of a lead that was routed again does not move the lead.
  if (row.current === row.id && row.status !== entry.status) {
    await tx
      .update(lead)
      .set({ status: entry.status, updatedAt: now })
      .where(eq(lead.id, row.leadId));
  }
  await record(tx, viewer, [
    { at: now, verb: entry.verb, subject: "lead", subjectId: row.leadId, after: entry.after },
  ]);
}
