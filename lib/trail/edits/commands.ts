import { and, eq } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { trailEdit } from "@/db/schema/trail";
import { type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { assess, siftedTrail } from "@/lib/gate/assessment";
import { processLeads } from "@/lib/gate/commands";
import type { LeadFile } from "@/lib/gate/lead-file";
import { leadFiles, standardAt } from "@/lib/gate/queries";
import { tellOfCorrection } from "@/lib/handoff/correction/commands";
import { NO_LEAD } from "@/lib/intake/lead-id";
import { record } from "@/lib/platform/history";
import { modelInForce } from "@/lib/scoring/queries";
import { trailChoices } from "../curation/curation";
import { edited, type TrailEdit } from "./editing";
import { NO_EDITS, type TrailEdits } from "./edits";

type Written = Outcome<{ version: number }>;

/** Writes the next version of a lead's edits with its history, and judges the lead again. */
async function writeEdits(
  tx: Transaction,
  viewer: Viewer,
  file: LeadFile,
  { edits, verb, after }: { edits: TrailEdits; verb: string; after: Record<string, string> },
  now: Date,
): Promise<Written> {
  const version = file.trailEdits.version + 1;
  const by = { personId: viewer.id, at: now };
  await tx.insert(trailEdit).values({ leadId: file.id, version, edits, verb, ...by });
  await record(tx, viewer, [
    { at: now, verb: "edited the trail", subject: "lead", subjectId: file.id, after },
  ]);
  // Once an hour is often enough to hear that a trail is being edited.
  const occasion = now.toISOString().slice(0, 13);
  await tellOfCorrection(tx, viewer, { leadId: file.id, fieldId: "C3.8", occasion }, now);
  await processLeads(tx, viewer, [file.id], now);
  return { ok: true, value: { version } };
}

/**
 * Pins, drops, rewords, moves, merges or splits a line of a lead's curated trail (C3.8, O.2). It
 * is done to the trail as it stands now, whoever changed it last, so that nobody's edit is lost.
 */
export async function editTrail(
  viewer: Viewer,
  input: { leadId: string; edit: TrailEdit },
  now: Date,
): Promise<Written> {
  authorize(viewer, "document leads");
  return transaction(async (tx) => {
    const [file] = await leadFiles(tx, viewer, [input.leadId], now);
    if (!file) return refused(NO_LEAD);
    const { curation } = assess(file, await standardAt(now, tx), await modelInForce(tx), now);
    const choices = trailChoices(siftedTrail(file, now).kept, curation);
    const next = edited(input.edit, { ...choices, edits: file.trailEdits.edits });
    if ("refusal" in next) return refused(next.refusal);
    const { do: verb, ...of } = input.edit;
    const after = Object.fromEntries(Object.entries(of).map(([name, of]) => [name, String(of)]));
    return writeEdits(tx, viewer, file, { edits: next, verb, after: { ...after, verb } }, now);
  });
}

/** Takes the last edit back, which `version` names; refused where somebody made a later one. */
export async function undoTrailEdit(
  viewer: Viewer,
  input: { leadId: string; version: number },
  now: Date,
): Promise<Written> {
  authorize(viewer, "document leads");
  return transaction(async (tx) => {
    const [file] = await leadFiles(tx, viewer, [input.leadId], now);
    if (!file) return refused(NO_LEAD);
    const { version, author } = file.trailEdits;
    if (version !== input.version || version === 0) {
      return refused(`${author ?? "Somebody"} changed the trail again meanwhile.`);
    }
    const [before] = await tx
      .select({ edits: trailEdit.edits })
      .from(trailEdit)
      .where(and(eq(trailEdit.leadId, file.id), eq(trailEdit.version, version - 1)));
    const after = { verb: "undo", version: String(version) };
    const edits = before?.edits ?? NO_EDITS;
    return writeEdits(tx, viewer, file, { edits, verb: "undo", after }, now);
  });
}
