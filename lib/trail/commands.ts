import { and, eq, inArray } from "drizzle-orm";
import { type Transaction, transaction } from "@/db/client";
import { activityChoice, trailSetting } from "@/db/schema/trail";
import { hindranceToSave, SAVED_MEANWHILE } from "@/lib/access/next-version";
import { type Outcome, refused } from "@/lib/access/outcome";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { processLeads } from "@/lib/gate/commands";
import type { LeadFile } from "@/lib/gate/lead-file";
import { leadFiles } from "@/lib/gate/queries";
import { NO_LEAD } from "@/lib/intake/lead-id";
import { record } from "@/lib/platform/history";
import { enqueue } from "@/lib/platform/jobs/commands";
import type { ActivityChoice } from "./exclusion/choices";
import { choicesFor } from "./exclusion/choosing";
import { sift } from "./exclusion/exclusions";
import { exclusionsInForce } from "./queries";
import type { ExclusionSettings } from "./settings";
import { changedSettings } from "./settings-difference";

/** Activities of a lead: these, or all that a rule leaves out. */
type Chooses = {
  leadId: string;
  words?: string | undefined;
} & ({ activityIds: readonly string[] } | { rule: string });

const VERBS = { left_out: "left activities out", brought_back: "brought activities back" } as const;

async function choose(
  viewer: Viewer,
  wanted: ActivityChoice,
  input: Chooses,
  now: Date,
): Promise<Outcome<{ activityIds: string[] }>> {
  authorize(viewer, "document leads");
  return transaction(async (tx) => {
    const [file] = await leadFiles(tx, viewer, [input.leadId], now);
    if (!file) return refused(NO_LEAD);
    const ids = chosenOf(file, wanted, input, now);
    if (ids.length === 0) return refused(NOTHING[wanted]);
    await writeChoices(tx, viewer, wanted, { file, ids, words: input.words ?? null }, now);
    const after = { activityIds: ids, ...(input.words ? { words: input.words } : {}) };
    const entry = { at: now, verb: VERBS[wanted], subject: "lead", subjectId: file.id } as const;
    await record(tx, viewer, [{ ...entry, after }]);
    await processLeads(tx, viewer, [file.id], now);
    return { ok: true, value: { activityIds: ids } };
  });
}

const NOTHING: Readonly<Record<ActivityChoice, string>> = {
  left_out: "None of this is in the trail any more. Load the page again.",
  brought_back: "None of this is left out any more. Load the page again.",
};

/** Those of what was asked for that do not stand as wanted yet. */
function chosenOf(file: LeadFile, wanted: ActivityChoice, input: Chooses, now: Date): string[] {
  const { kept, leftOut } = sift(file.activities, file.trail, now);
  const asked = new Set("activityIds" in input ? input.activityIds : []);
  if (wanted === "left_out") return kept.map(({ id }) => id).filter((id) => asked.has(id));
  return leftOut
    .filter(({ activity, rule }) =>
      "rule" in input ? rule === input.rule : asked.has(activity.id),
    )
    .map(({ activity }) => activity.id);
}

/** Parameters of one statement are limited, and a trail may hold many thousand activities. */
const ROWS = 2_000;

async function writeChoices(
  tx: Transaction,
  viewer: Viewer,
  wanted: ActivityChoice,
  { file, ids, words }: { file: LeadFile; ids: readonly string[]; words: string | null },
  now: Date,
): Promise<void> {
  const by = { leadId: file.id, words, personId: viewer.id, at: now };
  const rows = choicesFor(wanted, ids, file.activities, file.trail, now);
  for (let from = 0; from < ids.length; from += ROWS) {
    const those = inArray(activityChoice.activityId, ids.slice(from, from + ROWS));
    await tx.delete(activityChoice).where(and(eq(activityChoice.leadId, file.id), those));
  }
  for (let from = 0; from < rows.length; from += ROWS) {
    const some = rows.slice(from, from + ROWS);
    await tx.insert(activityChoice).values(some.map((row) => ({ ...row, ...by })));
  }
}

/** Leaves activities out of a lead's trail, though no rule does (X.6); the lead is judged again. */
export const leaveOut = (viewer: Viewer, input: Chooses, now: Date) =>
  choose(viewer, "left_out", input, now);

/** Brings activities back that a rule or a person left out (X.6); the lead is judged again. */
export const bringBack = (viewer: Viewer, input: Chooses, now: Date) =>
  choose(viewer, "brought_back", input, now);

/**
 * Saves what the exclusion rules go by as the next version. New leads are judged by it at once,
 * those whom no rep has are judged again by jobs; handoffs keep what they were given (G.7).
 */
export async function saveExclusions(
  viewer: Viewer,
  input: { settings: ExclusionSettings; basedOn: number; reason: string },
  now: Date,
): Promise<Outcome<{ version: number }>> {
  authorize(viewer, "set exclusions");
  const { settings, reason } = input;
  return transaction(async (tx) => {
    const inForce = await exclusionsInForce(tx);
    const changes = changedSettings(inForce.settings, settings);
    const hindrance = hindranceToSave(inForce, input.basedOn, changes.length > 0);
    if (hindrance) return refused(hindrance);
    const version = input.basedOn + 1;
    const saved = await tx
      .insert(trailSetting)
      .values({ version, settings, reason, createdBy: viewer.id, createdAt: now })
      .onConflictDoNothing()
      .returning({ version: trailSetting.version });
    if (saved.length === 0) return refused(SAVED_MEANWHILE);
    const after = { version, reason, changes };
    await record(tx, viewer, [
      { at: now, verb: "changed", subject: "trail settings", subjectId: String(version), after },
    ]);
    await enqueue(tx, "judge-by-exclusions", [{ version }]);
    return { ok: true, value: { version } };
  });
}
