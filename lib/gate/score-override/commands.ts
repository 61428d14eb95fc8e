import { and, eq } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { lead } from "@/db/schema/lead";
import { scoreOverride } from "@/db/schema/scoring";
import { done, type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { NO_LEAD } from "@/lib/intake/lead-id";
import { record } from "@/lib/platform/history";
import { overrideWords, type ScoreOverride } from "@/lib/scoring/override";
import { processLeads } from "../commands";
import type { LeadFile } from "../lead-file";
import { leadFiles } from "../queries";
import { WITH_A_REP } from "../status";

/** Why nobody can change this lead's score now; null where one can. */
function refusalOf(file: LeadFile | undefined): string | null {
  if (!file) return NO_LEAD;
  if (file.setAside) return "This lead was set aside. Bring it back first.";
  if (WITH_A_REP.includes(file.status)) {
    return "A rep has this lead already; the handoff keeps the score it was given.";
  }
  return null;
}

/** What an earlier override alone made an MQL is none any more, unless the new one says so again. */
async function forgetTrigger(tx: Transaction, leadId: string, override: ScoreOverride | null) {
  if (!override) return;
  await tx
    .update(lead)
    .set({ mqlAt: null, trigger: null })
    .where(and(eq(lead.id, leadId), eq(lead.trigger, overrideWords(override))));
}

const told = (override: ScoreOverride | null) =>
  override ? { total: override.total, reason: override.reason } : null;

/**
 * Puts a person's total in the place of the model's, with the reason (C4). Both are kept; the
 * threshold goes by the person's, so that the lead may go to a rep at once.
 */
export async function setScore(
  viewer: Viewer,
  { leadId, total, reason }: { leadId: string; total: number; reason: string },
  now: Date,
): Promise<Outcome> {
  authorize(viewer, "document leads");
  return transaction(async (tx) => {
    const [file] = await leadFiles(tx, viewer, [leadId], now);
    const refusal = refusalOf(file);
    if (refusal) return refused(refusal);
    const before = file?.scoring.override ?? null;
    await forgetTrigger(tx, leadId, before);
    const given = { total, reason, personId: viewer.id, at: now };
    await tx
      .insert(scoreOverride)
      .values({ leadId, ...given })
      .onConflictDoUpdate({ target: scoreOverride.leadId, set: given });
    const entry = {
      at: now,
      verb: "set the score of",
      subject: "lead",
      subjectId: leadId,
    } as const;
    await record(tx, viewer, [{ ...entry, before: told(before), after: { total, reason } }]);
    await processLeads(tx, viewer, [leadId], now);
    return done;
  });
}

/** Lets the model's score count again. */
export async function takeScoreBack(
  viewer: Viewer,
  { leadId }: { leadId: string },
  now: Date,
): Promise<Outcome> {
  authorize(viewer, "document leads");
  return transaction(async (tx) => {
    const [file] = await leadFiles(tx, viewer, [leadId], now);
    const refusal = refusalOf(file);
    if (refusal) return refused(refusal);
    const before = file?.scoring.override ?? null;
    if (!before) return refused("Nobody has set this score any more.");
    await forgetTrigger(tx, leadId, before);
    await tx.delete(scoreOverride).where(eq(scoreOverride.leadId, leadId));
    const entry = { at: now, verb: "took back the score of", subject: "lead" } as const;
    await record(tx, viewer, [{ ...entry, subjectId: leadId, before: told(before) }]);
    await processLeads(tx, viewer, [leadId], now);
    return done;
  });
}
