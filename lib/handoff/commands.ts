import { and, desc, eq, isNull } from "drizzle-orm";
import { transaction } from "@/db/client";
import { attempt, finding } from "@/db/schema/handoff";
import { note, summaryVersion } from "@/db/schema/note";
import { done, type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { tellCrmsOfNote } from "@/lib/connections/outbox/commands";
import { endClaim } from "@/lib/documentation/claims/commands";
import { keptShare } from "@/lib/documentation/kept-share";
import { phraseOf } from "@/lib/documentation/phrases/queries";
import { forgetUnsaved } from "@/lib/documentation/unsaved/commands";
import { assess } from "@/lib/gate/assessment";
import { processLeads } from "@/lib/gate/commands";
import { leadFiles, standardAt } from "@/lib/gate/queries";
import { NO_LEAD } from "@/lib/intake/lead-id";
import { record } from "@/lib/platform/history";
import { modelInForce } from "@/lib/scoring/queries";
import type { FieldId } from "@/lib/standard/categories";
import { tellOfCorrection } from "./correction/commands";
import type { AttemptKind, AttemptResult } from "./outcome";
import { givenOnTo, moveOn, NO_HANDOFF, type OwnHandoff, ownHandoff } from "./own/commands";

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
      draftKept: keptShare(draft, text),
      openedAt: await endClaim(tx, viewer, file.id, now),
      personId: viewer.id,
      at: now,
    });
    await forgetUnsaved(tx, viewer, file.id, "summary");
    const before = file.summary?.text ?? null;
    await record(tx, viewer, [
      { at: now, verb: "summarised", subject: "lead", subjectId: file.id, before, after: text },
    ]);
    await tellOfCorrection(
      tx,
      viewer,
      { leadId: file.id, fieldId: "C3.9", occasion: String(version) },
      now,
    );
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
    const phraseId = kind === "flag" ? await phraseOf(tx, text) : null;
    const [added] = await tx
      .insert(note)
      .values({ leadId: file.id, kind, text, phraseId, personId: viewer.id, at: now })
      .returning({ id: note.id });
    if (added) await tellCrmsOfNote(tx, viewer, { leadId: file.id, noteId: added.id }, now);
    if (kind === "note") await forgetUnsaved(tx, viewer, file.id, "note");
    await record(tx, viewer, [
      { at: now, verb: "noted", subject: "lead", subjectId: file.id, after: { kind, text } },
    ]);
    await tellOfCorrection(
      tx,
      viewer,
      { leadId: file.id, fieldId: "C5.4", occasion: `${kind} ${text}` },
      now,
    );
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
    await tellOfCorrection(
      tx,
      viewer,
      { leadId: row.leadId, fieldId: "C5.4", occasion: `withdrew ${row.id}` },
      now,
    );
    await processLeads(tx, viewer, [row.leadId], now);
    return done;
  });
}

/**
 * When an attempt was made that its sender says was `agoMs` (milliseconds) ago: what waited for a
 * network counts from then (Q.2: the earliest counts, whatever order they arrive in), never from
 * before its handoff.
 */
const madeAt = (agoMs: number, { routedAt }: OwnHandoff, now: Date) =>
  new Date(Math.max(now.getTime() - agoMs, routedAt.getTime()));

/**
 * Logs an attempt to reach the lead (Q.2): the earliest one stops the clock. `id` is chosen by the
 * sender, so that what is sent again after a broken connection is logged once. Answers whether
 * none was made before it, and who has the lead now where that is somebody else.
 */
export async function logAttempt(
  viewer: Viewer,
  input: {
    handoffId: string;
    id?: string | undefined;
    agoMs?: number | undefined;
    kind: AttemptKind;
    result: AttemptResult;
    words?: string | undefined;
  },
  now: Date,
): Promise<Outcome<{ first: boolean; givenOnTo: string | null }>> {
  authorize(viewer, "work the queue");
  return transaction(async (tx) => {
    const row = await ownHandoff(tx, viewer, input.handoffId);
    if (!row) return refused(NO_HANDOFF);
    const { handoffId, id, agoMs = 0, kind, result, words } = input;
    const known = await tx
      .select({ id: attempt.id, at: attempt.at })
      .from(attempt)
      .where(eq(attempt.handoffId, handoffId));
    const again = known.find((one) => one.id === id);
    const at = again?.at ?? madeAt(agoMs, row, now);
    const first = known.every((one) => one === again || one.at > at);
    const value = { first, givenOnTo: await givenOnTo(tx, viewer, row) };
    if (again) return { ok: true, value };
    const said = { kind, result, words: words ?? null };
    const logged = { handoffId, personId: viewer.id, at, ...said, ...(id ? { id } : {}) };
    await tx.insert(attempt).values(logged);
    const status = row.status === "routed" ? "contacted" : row.status;
    await moveOn(tx, viewer, row, { status, verb: "attempted", after: { kind, result } }, now);
    return { ok: true, value };
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
      .where(
        and(
          eq(finding.handoffId, handoffId),
          eq(finding.fieldId, fieldId),
          eq(finding.kind, "missing"),
        ),
      )
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
