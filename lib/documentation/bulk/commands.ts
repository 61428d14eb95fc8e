import { and, eq, inArray, isNull } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { note } from "@/db/schema/note";
import { type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import type { BulkDone } from "@/lib/gate/aside/commands";
import { processLeads } from "@/lib/gate/commands";
import { leadFiles } from "@/lib/gate/queries";
import { record } from "@/lib/platform/history";
import { phraseOf } from "../phrases/queries";

type Flagged = BulkDone & { noteIds: string[] };

/** Sets the same flag on leads (O.5); those that carry it stay as they are. */
export async function flagLeads(
  viewer: Viewer,
  { leadIds, text }: { leadIds: readonly string[]; text: string },
  now: Date,
): Promise<Outcome<Flagged>> {
  authorize(viewer, "document leads");
  return transaction(async (tx) => {
    const files = await leadFiles(tx, viewer, leadIds, now);
    const carries = (remark: { kind: string; text: string }) =>
      remark.kind === "flag" && remark.text === text;
    const ids = files.filter(({ remarks }) => !remarks.some(carries)).map(({ id }) => id);
    if (ids.length === 0) return refused("All of these carry this flag already.");
    const phraseId = await phraseOf(tx, text);
    const flag = { kind: "flag" as const, text, phraseId, personId: viewer.id, at: now };
    const written = await tx
      .insert(note)
      .values(ids.map((leadId) => ({ leadId, ...flag })))
      .returning({ id: note.id });
    await noted(tx, viewer, ids, { at: now, verb: "noted", after: { kind: "flag", text } });
    await processLeads(tx, viewer, ids, now);
    const value = { leadIds: ids, left: leadIds.length - ids.length };
    return { ok: true, value: { ...value, noteIds: written.map(({ id }) => id) } };
  });
}

type Noted = {
  at: Date;
  verb: string;
  before?: Record<string, string>;
  after?: Record<string, string>;
};

const noted = (tx: Transaction, viewer: Viewer, ids: readonly string[], entry: Noted) =>
  record(
    tx,
    viewer,
    ids.map((subjectId) => ({ ...entry, subject: "lead" as const, subjectId })),
  );

/** Takes flags back that were set together; each stays in its lead's history. */
export async function unflagLeads(
  viewer: Viewer,
  { noteIds }: { noteIds: readonly string[] },
  now: Date,
): Promise<Outcome<BulkDone>> {
  authorize(viewer, "document leads");
  return transaction(async (tx) => {
    const rows = await tx
      .update(note)
      .set({ withdrawnAt: now })
      .where(and(inArray(note.id, [...noteIds]), eq(note.kind, "flag"), isNull(note.withdrawnAt)))
      .returning({ leadId: note.leadId, text: note.text });
    const [first] = rows;
    if (!first) return refused("These were taken back already.");
    const ids = rows.map(({ leadId }) => leadId);
    const before = { kind: "flag", text: first.text };
    await noted(tx, viewer, ids, { at: now, verb: "withdrew", before });
    await processLeads(tx, viewer, ids, now);
    return { ok: true, value: { leadIds: ids, left: noteIds.length - ids.length } };
  });
}
