import { count, desc, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { lead } from "@/db/schema/lead";
import { authorize } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { modelInForce } from "@/lib/scoring/queries";
import type { SettingsInput } from "@/lib/scoring/settings-input";
import { readLeadFiles, standardAt } from "../queries";
import { type ModelTrial, summed, tried } from "./trial";

/** Leads that a model is tried on: as many as are judged twice within a page load. */
const TRIED_LEADS = 250;
const SHOWN = 12;

/**
 * What settings would change for the leads whom no rep has, tried on those judged last (C4). A lead
 * that is an MQL already stays one, as it would once the settings are in force.
 */
export async function tryModel(
  viewer: Viewer,
  settings: SettingsInput,
  now: Date,
): Promise<ModelTrial> {
  authorize(viewer, "see the model");
  const open = inArray(lead.status, ["captured", "pending_enrichment", "ready"]);
  const [counted, rows, standard, inForce] = await Promise.all([
    db.select({ leads: count() }).from(lead).where(open),
    db.select().from(lead).where(open).orderBy(desc(lead.updatedAt), lead.id).limit(TRIED_LEADS),
    standardAt(now),
    modelInForce(),
  ]);
  const files = await readLeadFiles(viewer, rows, now);
  const draft = { ...inForce, ...settings };
  const all = files.map((file) => tried(file, standard, { inForce, draft }, now));
  return summed(all, { leads: counted[0]?.leads ?? 0, countedAt: now, most: SHOWN });
}
