import { asc, desc, eq, inArray, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { lead } from "@/db/schema/lead";
import { person } from "@/db/schema/person";
import { scoreEntry, scoreHistory, scoreOverride } from "@/db/schema/scoring";
import { authorize } from "@/lib/access/permissions";
import type { Actor, Viewer } from "@/lib/access/viewer";
import type { FieldValues } from "@/lib/standard/categories";
import type { Trend } from "@/lib/standard/scoring-context";
import { DAY } from "@/lib/trail/chronology";
import type { ScoreOverride } from "../override";
import type { ScoreEntry } from "../score-entry";
import type { ScorePoint } from "../score-history";

/** Reads run inside a command's transaction, or outside of any for a page. */
type Reads = Transaction | typeof db;

/** The trend looks back this far at most (see the model's input). */
const LOOKED_BACK_DAYS = 35;

/** A row of the ledger as it is stored, and since when it says what it says. */
export type LedgerRow = ScoreEntry & { activityCount: number; modelVersion: number; at: Date };

/** The ledgers of leads as they were written, what raised the score most first (C4). */
export async function storedLedgers(
  within: Reads,
  actor: Actor,
  leadIds: readonly string[],
): Promise<Map<string, LedgerRow[]>> {
  authorize(actor, "see every lead");
  if (leadIds.length === 0) return new Map();
  const rows = await within
    .select()
    .from(scoreEntry)
    .where(inArray(scoreEntry.leadId, [...leadIds]))
    .orderBy(desc(scoreEntry.points), asc(scoreEntry.rule));
  return Map.groupBy(rows, ({ leadId }) => leadId);
}

/** What was written of leads' scores by the days the trend looks back on, the earliest first. */
export async function scorePoints(
  within: Reads,
  actor: Actor,
  leadIds: readonly string[],
  now: Date,
): Promise<Map<string, ScorePoint[]>> {
  authorize(actor, "see every lead");
  if (leadIds.length === 0) return new Map();
  const from = new Date(now.getTime() - LOOKED_BACK_DAYS * DAY).toISOString();
  // The last one before that time says how the score stood when it began.
  const rows = await within
    .select()
    .from(scoreHistory)
    .where(
      sql`${inArray(scoreHistory.leadId, [...leadIds])} and ${scoreHistory.at} >= coalesce((
        select max(earlier.at) from ${scoreHistory} earlier
        where earlier.lead_id = ${scoreHistory}.lead_id and earlier.at <= ${from}::timestamptz
      ), '-infinity')`,
    )
    .orderBy(asc(scoreHistory.leadId), asc(scoreHistory.at));
  return Map.groupBy(rows, ({ leadId }) => leadId);
}

/** The totals that people set, by lead. */
export async function scoreOverrides(
  within: Reads,
  actor: Actor,
  leadIds: readonly string[],
): Promise<Map<string, ScoreOverride>> {
  authorize(actor, "see every lead");
  if (leadIds.length === 0) return new Map();
  const rows = await within
    .select({
      leadId: scoreOverride.leadId,
      total: scoreOverride.total,
      reason: scoreOverride.reason,
      author: person.name,
      at: scoreOverride.at,
    })
    .from(scoreOverride)
    .innerJoin(person, eq(person.id, scoreOverride.personId))
    .where(inArray(scoreOverride.leadId, [...leadIds]));
  return new Map(
    rows.map(({ leadId, at, ...rest }) => [leadId, { ...rest, at: at.toISOString() }]),
  );
}

/** A lead's score as it was written when it was judged last; nothing of it is worked out again. */
export type StoredScore = { total: number | null; trend: Trend | null; fields: FieldValues };

/** The numbers of C4 that the lead's last judgement wrote. Null where there is no such lead. */
export async function storedScore(viewer: Viewer, leadId: string): Promise<StoredScore | null> {
  authorize(viewer, "see every lead");
  const [row] = await db
    .select({ total: lead.scoreTotal, trend: lead.trend, computed: lead.computed })
    .from(lead)
    .where(eq(lead.id, leadId));
  if (!row) return null;
  const { computed, ...numbers } = row;
  const ofScore = Object.entries(computed).filter(([id]) => id.startsWith("C4."));
  return { ...numbers, fields: Object.fromEntries(ofScore) };
}
