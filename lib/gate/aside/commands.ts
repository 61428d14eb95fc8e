import { inArray } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { lead, leadExclusion } from "@/db/schema/lead";
import { done, type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { lockLeads } from "@/lib/intake/queries";
import { type HistoryEntry, record } from "@/lib/platform/history";
import { processLeads } from "../commands";
import { WITH_A_REP } from "../status";

/** Which leads it became true for, and how many stayed as they were. */
export type BulkDone = { leadIds: string[]; left: number };

const entries = (ids: string[], entry: Pick<HistoryEntry, "at" | "verb" | "after">) =>
  ids.map((subjectId): HistoryEntry => ({ ...entry, subject: "lead", subjectId }));

/** Those that are ours to set aside. One that a rep sent back is ours again (Q.5). */
async function oursOf(tx: Transaction, leadIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .select({ id: lead.id, status: lead.status })
    .from(lead)
    .where(inArray(lead.id, [...leadIds]))
    // In one order everywhere, so that two people who select the same leads do not wait in a circle.
    .orderBy(lead.id)
    .for("update");
  return rows
    .filter(({ status }) => status !== "excluded")
    .filter(({ status }) => !WITH_A_REP.includes(status))
    .map(({ id }) => id);
}

/**
 * Sets leads aside as tests or as no leads at all (X.6, O.5): kept, listed, never routed. Leads that
 * a rep has, or that are set aside already, are left as they are.
 */
export async function setLeadsAside(
  viewer: Viewer,
  input: { leadIds: readonly string[]; reason: string },
  now: Date,
): Promise<Outcome<BulkDone>> {
  authorize(viewer, "document leads");
  const { reason } = input;
  return transaction(async (tx) => {
    const ids = await oursOf(tx, input.leadIds);
    if (ids.length === 0) return refused("None of these can be set aside: a rep has them already.");
    await tx
      .insert(leadExclusion)
      .values(ids.map((leadId) => ({ leadId, reason, personId: viewer.id, at: now })))
      .onConflictDoNothing();
    await record(tx, viewer, entries(ids, { at: now, verb: "set aside", after: { reason } }));
    await processLeads(tx, viewer, ids, now);
    return { ok: true, value: { leadIds: ids, left: input.leadIds.length - ids.length } };
  });
}

/** Brings leads back that were set aside; each is judged anew, and may go to a rep at once. */
export async function bringLeadsBack(
  viewer: Viewer,
  input: { leadIds: readonly string[] },
  now: Date,
): Promise<Outcome<BulkDone>> {
  authorize(viewer, "document leads");
  return transaction(async (tx) => {
    // Before their exclusions, as whoever sets leads aside or merges them: else each waits for the other.
    await lockLeads(tx, viewer, input.leadIds);
    const removed = await tx
      .delete(leadExclusion)
      .where(inArray(leadExclusion.leadId, [...input.leadIds]))
      .returning({ id: leadExclusion.leadId });
    const ids = removed.map(({ id }) => id);
    if (ids.length === 0) return refused("None of these is set aside any more.");
    await record(tx, viewer, entries(ids, { at: now, verb: "brought back" }));
    await processLeads(tx, viewer, ids, now);
    return { ok: true, value: { leadIds: ids, left: input.leadIds.length - ids.length } };
  });
}

/** Sets one lead aside. */
export async function setAside(
  viewer: Viewer,
  { leadId, reason }: { leadId: string; reason: string },
  now: Date,
): Promise<Outcome> {
  const outcome = await setLeadsAside(viewer, { leadIds: [leadId], reason }, now);
  return outcome.ok ? done : refused("A rep has this lead already, or it is set aside.");
}

/** Brings one lead back. */
export async function bringBack(
  viewer: Viewer,
  { leadId }: { leadId: string },
  now: Date,
): Promise<Outcome> {
  const outcome = await bringLeadsBack(viewer, { leadIds: [leadId] }, now);
  return outcome.ok ? done : refused("This lead is not set aside any more.");
}
