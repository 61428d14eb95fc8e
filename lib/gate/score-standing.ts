import type { Activity } from "@/lib/intake/activity";
import type { IcpFit } from "@/lib/scoring/icp";
import type { ScoringModel } from "@/lib/scoring/model";
import { nextChangeAt } from "@/lib/scoring/next-change";
import { overridden, type ScoreOverride } from "@/lib/scoring/override";
import { type Score, score } from "@/lib/scoring/score";
import { scoreTrend } from "@/lib/scoring/trend";
import type { FieldValues } from "@/lib/standard/categories";
import type { FieldValue } from "@/lib/standard/field";
import type { ScoreTrend } from "@/lib/standard/scoring-context";
import type { LeadFile } from "./lead-file";

/** A lead's score as it stands at a moment (C4.1 to C4.5). */
export type ScoreStanding = {
  /** What counts: the model's score, or a person's total in its place. */
  score: Score | null;
  /** What the model says; the history is kept of this one. */
  modelScore: Score | null;
  trend: ScoreTrend | null;
  /** When time alone will next have changed it. */
  dueAt: Date | null;
};

/** What the score is of: the credible activities, and the fit. */
export type Scored = { credible: readonly Activity[]; fit: IcpFit | null };

/** The score of a lead that is known by nothing at all is none, unless a person set one. */
export function scoreStanding(
  file: Pick<LeadFile, "scoring">,
  { credible, fit }: Scored,
  model: ScoringModel,
  now: Date,
): ScoreStanding {
  const { history, override } = file.scoring;
  const isKnown = fit !== null || credible.length > 0;
  const modelScore = isKnown ? score(credible, fit, model, now) : null;
  const trend = isKnown || override ? scoreTrend(credible, fit, model, now, history) : null;
  const dueAt = nextChangeAt(credible, fit, model, now);
  return { score: overridden(modelScore, override), modelScore, trend, dueAt };
}

/** C4.1: both numbers are kept, and the reason, where a person set the total. */
function totalField(total: FieldValue, override: ScoreOverride, modelTotal: number): FieldValue {
  const { author: provider, at: obtainedAt, reason } = override;
  return { ...total, source: "person", provider, obtainedAt, detail: { modelTotal, reason } };
}

/** C4.1 to C4.5 as fields. */
export function scoreFields(
  { score: counted, modelScore, trend }: ScoreStanding,
  override: ScoreOverride | null,
  now: Date,
): FieldValues {
  if (!counted || !trend) return {};
  const of = (value: FieldValue["value"]): FieldValue => ({
    value,
    source: "scoring",
    provider: "Baton",
    obtainedAt: now.toISOString(),
    verified: true,
  });
  const total = of(counted.total);
  return {
    "C4.1": override ? totalField(total, override, modelScore?.total ?? 0) : total,
    "C4.2": of(counted.fit),
    "C4.3": of(counted.intent),
    "C4.4": of(counted.behavior),
    "C4.5": of(trend),
  };
}
