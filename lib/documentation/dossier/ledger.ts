import type { Activity } from "@/lib/intake/activities/activity";
import type { LedgerRow, StoredScore } from "@/lib/scoring/ledger/queries";
import type { ScoreOverride } from "@/lib/scoring/override";
import type { LedgerGroup } from "@/lib/scoring/score-entry";
import { type ScoreTrend, scoreTrend } from "@/lib/standard/scoring-context";
import { type ChoicesMade, type Deed, deedOf } from "./trail";

/** One row of the ledger, with the latest of the activities that earned its points. */
export type LedgerLine = {
  group: LedgerGroup;
  label: string;
  points: number;
  count: number;
  deeds: Deed[];
};

/** The score as it was written (C4): its rows add up to `total`. */
export type ScoreLedger = {
  total: number | null;
  /** What the model says; the same where nobody set another. */
  modelTotal: number | null;
  override: ScoreOverride | null;
  threshold: number;
  trend: ScoreTrend | null;
  lines: LedgerLine[];
};

/** More than this behind one line is not listed. */
const DEEDS_SHOWN = 12;

/** The stored ledger in words. An activity that was forgotten since is only counted. */
export function ledgerLines(
  rows: readonly LedgerRow[],
  activities: readonly Activity[],
  choices: ChoicesMade,
): LedgerLine[] {
  const byId = new Map(activities.map((activity) => [activity.id, activity]));
  return rows.map(({ group, label, points, activityIds, activityCount }) => {
    const behind = activityIds.flatMap((id) => byId.get(id) ?? []).toReversed();
    const deeds = behind.slice(0, DEEDS_SHOWN).map(deedOf(choices));
    return { group, label, points, count: activityCount, deeds };
  });
}

/** What the stored score says beside its rows. */
export function ledgerHead(
  stored: StoredScore | null,
  override: ScoreOverride | null,
  threshold: number,
): Omit<ScoreLedger, "lines"> {
  const total = stored?.total ?? null;
  const given = stored?.fields["C4.1"]?.detail?.modelTotal;
  const trend = scoreTrend.safeParse(stored?.fields["C4.5"]?.value);
  return {
    total,
    modelTotal: typeof given === "number" ? given : total,
    override,
    threshold,
    trend: trend.success ? trend.data : null,
  };
}
