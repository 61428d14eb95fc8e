import { setImmediate } from "node:timers/promises";
import { and, count, desc, inArray, isNotNull, isNull, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { lead } from "@/db/schema/lead";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import type { SettingsInput } from "@/lib/scoring/model/settings-input";
import { modelInForce } from "@/lib/scoring/queries";
import { readLeadFiles, standardAt } from "../queries";
import { WITHOUT_A_REP } from "../status";
import { type ModelTrial, summed, type TriedLead, tried } from "./trial";

/** Leads that a model is tried on: as many as are judged twice within a page load. */
const TRIED_LEADS = 250;
const SHOWN = 12;
/** Leads tried before others get their turn. */
const BETWEEN_OTHERS = 10;

const open = inArray(lead.status, [...WITHOUT_A_REP]);

/**
 * Those of whom something still counts, the last judged first, and then others: a file of a
 * hundred thousand addresses that nobody has seen do anything tells nothing of a model.
 */
async function sample() {
  const of = (active: SQL) =>
    db.select().from(lead).where(and(open, active)).orderBy(desc(lead.updatedAt), lead.id);
  const active = await of(isNotNull(lead.scoreDueAt)).limit(TRIED_LEADS);
  const left = TRIED_LEADS - active.length;
  return left > 0 ? [...active, ...(await of(isNull(lead.scoreDueAt)).limit(left))] : active;
}

/**
 * What settings would change for the leads whom no rep has, tried on the most active (C4). A lead
 * that is an MQL already stays one, as it would once the settings are in force.
 */
export async function tryModel(
  viewer: Viewer,
  settings: SettingsInput,
  now: Date,
): Promise<ModelTrial> {
  authorize(viewer, "see the model");
  const [counted, rows, standard, inForce] = await Promise.all([
    db.select({ leads: count() }).from(lead).where(open),
    sample(),
    standardAt(now),
    modelInForce(),
  ]);
  const files = await readLeadFiles(viewer, rows, now);
  const draft = { ...inForce, ...settings };
  const all: TriedLead[] = [];
  for (const file of files) {
    // Half a second of arithmetic would keep everybody else waiting.
    if (all.length % BETWEEN_OTHERS === 0) await setImmediate();
    all.push(tried(file, standard, { inForce, draft }, now));
  }
  return summed(all, { leads: counted[0]?.leads ?? 0, countedAt: now, most: SHOWN });
}
