import { and, desc, eq, isNull } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { attempt, decision, finding, handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { note, summaryVersion } from "@/db/schema/note";
import { done, type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { assess } from "@/lib/gate/assessment";
import { processLeads } from "@/lib/gate/commands";
import { leadFiles, standardAt } from "@/lib/gate/queries";
import type { LeadStatus } from "@/lib/gate/status";
import { record } from "@/lib/platform/history";
import { modelInForce } from "@/lib/scoring/queries";
import type { FieldId } from "@/lib/standard/categories";
import type { AttemptKind, AttemptResult, RejectionReason } from "./outcome";

const NO_LEAD = "There is no such lead.";
const NO_HANDOFF = "There is no such handoff.";

/**
 * Saves the summary as a new version (C3.9, O.3). `basedOn` is the version the text started from,
 * 0 for the draft: where another person saved meanwhile, nothing is overwritten.
 */
export async function saveSummary(
  viewer: Viewer,
  input: { leadId: string; text: string; basedOn: number },
  now: Date,
): Promise<Outcome<{ version: number }>> {
  authorize(viewer, "document leads");
  return transaction(async (tx) => {
    const [file] = await leadFiles(tx, viewer, [input.leadId], now);
    if (!file) return refused(NO_LEAD);
    const current = file.summary?.version ?? 0;
    if (current !== input.basedOn) {
      const by = file.summary?.author ?? "Somebody";
      return refused(
        `${by} saved a version meanwhile. Yours is still here: compare, then save.`,
        "basedOn",
      );
    }
    const { draft } = assess(file, await standardAt(now, tx), await modelInForce(tx), now);
    const text = input.text.trim();
    const version = current + 1;
    await tx.insert(summaryVersion).values({
      leadId: file.id,
      version,
      text,
      asDrafted: text === draft,
      personId: viewer.id,
      at: now,
    });
    const before = file.summary?.text ?? null;
    await record(tx, viewer, [
      { at: now, verb: "summarised", subject: "lead", subjectId: file.id, before, after: text },
    ]);
    await processLeads(tx, viewer, [file.id], now);
    return { ok: true, value: { version } };
  });
}

/** Adds a note of one sentence or a flag (C5.4). */
export async function addNote(
  viewer: Viewer,
  input: { leadId: string; kind: "note" | "flag"; text: string },
  now: Date,
): Promise<Outcome> {
  authorize(viewer, "document leads");
  return transaction(async (tx) => {
    const [file] = await leadFiles(tx, viewer, [input.leadId], now);
    if (!file) return refused(NO_LEAD);
    const { kind, text } = input;
    if (file.remarks.some((remark) => remark.kind === kind && remark.text === text)) return done;
    await tx.insert(note).values({ leadId: file.id, kind, text, personId: viewer.id, at: now });
    await record(tx, viewer, [
      { at: now, verb: "noted", subject: "lead", subjectId: file.id, after: { kind, text } },
    ]);
    await processLeads(tx, viewer, [file.id], now);
    return done;
  });
}

/** Takes a note or a flag back; it stays in the lead's history. */
export async function withdrawNote(
  viewer: Viewer,
  input: { noteId: string },
  now: Date,
): Promise<Outcome> {
  authorize(viewer, "document leads");
  return transaction(async (tx) => {
    const [row] = await tx
      .update(note)
      .set({ withdrawnAt: now })
      .where(and(eq(note.id, input.noteId), isNull(note.withdrawnAt)))
      .returning();
    if (!row) return refused("This was taken back already.");
    const before = { kind: row.kind, text: row.text };
    await record(tx, viewer, [
      { at: now, verb: "withdrew", subject: "lead", subjectId: row.leadId, before },
    ]);
    await processLeads(tx, viewer, [row.leadId], now);
    return done;
  });
}

/** The rep's own handoff with its lead's current one, locked; null for a stranger's. */
async function ownHandoff(tx: Transaction, viewer: Viewer, handoffId: string) {
  const [row] = await tx
    .select({
      id: handoff.id,
      leadId: handoff.leadId,
      status: lead.status,
      current: lead.handoffId,
    })
    .from(handoff)
    .innerJoin(lead, eq(lead.id, handoff.leadId))
    .where(and(eq(handoff.id, handoffId), eq(handoff.ownerId, viewer.id)))
    .for("update", { of: lead });
  return row ?? null;
}

async function moveOn(
  tx: Transaction,
  viewer: Viewer,
  row: { id: string; leadId: string; status: LeadStatus; current: string | null },
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

/** Logs an attempt to reach the lead (Q.2): the earliest one stops the clock. */
export async function logAttempt(
  viewer: Viewer,
  input: {
    handoffId: string;
    kind: AttemptKind;
    result: AttemptResult;
    words?: string | undefined;
  },
  now: Date,
): Promise<Outcome> {
  authorize(viewer, "work the queue");
  return transaction(async (tx) => {
    const row = await ownHandoff(tx, viewer, input.handoffId);
    if (!row) return refused(NO_HANDOFF);
    const { handoffId, kind, result, words } = input;
    await tx
      .insert(attempt)
      .values({ handoffId, personId: viewer.id, kind, result, words: words ?? null, at: now });
    const status = row.status === "routed" ? "contacted" : row.status;
    await moveOn(tx, viewer, row, { status, verb: "attempted", after: { kind, result } }, now);
    return done;
  });
}

/** Accepts the lead: it becomes an SQL (Q.5). */
export async function accept(
  viewer: Viewer,
  input: { handoffId: string },
  now: Date,
): Promise<Outcome> {
  return decide(viewer, { ...input, accepted: true }, now);
}

/** Rejects the lead with a reason; it returns to marketing ops, with the wrong field if one is. */
export async function reject(
  viewer: Viewer,
  input: {
    handoffId: string;
    reason: RejectionReason;
    fieldId?: FieldId | undefined;
    words?: string | undefined;
  },
  now: Date,
): Promise<Outcome> {
  if (input.reason === "other" && !input.words?.trim()) {
    return refused("Say in a few words why.", "words");
  }
  return decide(viewer, { ...input, accepted: false }, now);
}

async function decide(
  viewer: Viewer,
  input: {
    handoffId: string;
    accepted: boolean;
    reason?: RejectionReason;
    fieldId?: FieldId | undefined;
    words?: string | undefined;
  },
  now: Date,
): Promise<Outcome> {
  authorize(viewer, "work the queue");
  return transaction(async (tx) => {
    const row = await ownHandoff(tx, viewer, input.handoffId);
    if (!row) return refused(NO_HANDOFF);
    const { handoffId, accepted, reason = null, fieldId = null, words = null } = input;
    const written = await tx
      .insert(decision)
      .values({ handoffId, personId: viewer.id, accepted, reason, fieldId, words, at: now })
      .onConflictDoNothing()
      .returning({ id: decision.handoffId });
    if (written.length === 0) return refused("This lead was decided on already.");
    const status = accepted ? "accepted" : "rejected";
    await moveOn(tx, viewer, row, { status, verb: status, after: { reason, fieldId, words } }, now);
    return done;
  });
}

/** 'Something was missing' (Q.6): the named field becomes a finding for marketing ops. */
export async function reportMissing(
  viewer: Viewer,
  input: { handoffId: string; fieldId: FieldId },
  now: Date,
): Promise<Outcome> {
  authorize(viewer, "work the queue");
  return transaction(async (tx) => {
    const row = await ownHandoff(tx, viewer, input.handoffId);
    if (!row) return refused(NO_HANDOFF);
    const { handoffId, fieldId } = input;
    const [known] = await tx
      .select({ id: finding.id })
      .from(finding)
      .where(and(eq(finding.handoffId, handoffId), eq(finding.fieldId, fieldId)))
      .orderBy(desc(finding.at))
      .limit(1);
    if (known) return done;
    await tx.insert(finding).values({ handoffId, personId: viewer.id, fieldId, at: now });
    await moveOn(
      tx,
      viewer,
      row,
      { status: row.status, verb: "found missing", after: { fieldId } },
      now,
    );
    return done;
  });
}
