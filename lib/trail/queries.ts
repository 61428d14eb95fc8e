import { desc, eq, inArray, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { person } from "@/db/schema/person";
import { activityChoice, trailSetting } from "@/db/schema/trail";
import { authorize } from "@/lib/access/permissions";
import type { Actor, Viewer } from "@/lib/access/viewer";
import type { Chosen } from "./exclusion/choices";
import { DEFAULT_EXCLUSIONS, type ExclusionSettings } from "./settings";

/** Reads run inside a command's transaction, or outside of any for a page. */
type Reads = Transaction | typeof db;

/** A version of the settings; 0 is what comes with the product. */
type ExclusionsVersion = { version: number; settings: ExclusionSettings };

/** The newest version's settings as one value of a statement; null where nobody changed any. */
export const NEWEST_EXCLUSIONS = sql<Partial<ExclusionSettings> | null>`(
  select ${trailSetting.settings} from ${trailSetting} order by ${trailSetting.version} desc limit 1)`;

/** The settings of a version, or the product's own; one that came later than it is at its default. */
export const exclusionsOf = (settings: Partial<ExclusionSettings> | null): ExclusionSettings => ({
  ...DEFAULT_EXCLUSIONS,
  ...settings,
});

/** The exclusion settings in force: the newest version, or the product's own. */
export async function exclusionsInForce(within: Reads = db): Promise<ExclusionsVersion> {
  const [newest] = await within
    .select({ version: trailSetting.version, settings: trailSetting.settings })
    .from(trailSetting)
    .orderBy(desc(trailSetting.version))
    .limit(1);
  return { version: newest?.version ?? 0, settings: exclusionsOf(newest?.settings ?? null) };
}

/** What people chose for single activities of these leads. */
export async function choicesOf(
  within: Reads,
  _actor: Actor,
  leadIds: readonly string[],
): Promise<Map<string, Chosen[]>> {
  const rows = await within
    .select({
      leadId: activityChoice.leadId,
      activityId: activityChoice.activityId,
      choice: activityChoice.choice,
    })
    .from(activityChoice)
    .where(inArray(activityChoice.leadId, [...leadIds]));
  return Map.groupBy(rows, ({ leadId }) => leadId);
}

/** Who chose what for single activities of a lead, by the activity's id. */
export async function choicesMade(viewer: Viewer, leadId: string) {
  authorize(viewer, "see every lead");
  const rows = await db
    .select({
      id: activityChoice.activityId,
      by: person.name,
      at: activityChoice.at,
      words: activityChoice.words,
    })
    .from(activityChoice)
    .innerJoin(person, eq(person.id, activityChoice.personId))
    .where(eq(activityChoice.leadId, leadId));
  return new Map(rows.map(({ id, ...made }) => [id, made] as const));
}

/** Who changed the settings when and why. */
type ExclusionsChange = ExclusionsVersion & {
  reason: string | null;
  by: string | null;
  at: Date;
};

const CHANGES_SHOWN = 50;

/** The versions, the newest first. */
export async function exclusionChanges(viewer: Viewer): Promise<ExclusionsChange[]> {
  authorize(viewer, "see exclusions");
  const rows = await db
    .select({
      version: trailSetting.version,
      settings: trailSetting.settings,
      reason: trailSetting.reason,
      by: person.name,
      at: trailSetting.createdAt,
    })
    .from(trailSetting)
    .leftJoin(person, eq(person.id, trailSetting.createdBy))
    .orderBy(desc(trailSetting.version))
    .limit(CHANGES_SHOWN);
  return rows.map((row) => ({ ...row, settings: exclusionsOf(row.settings) }));
}
