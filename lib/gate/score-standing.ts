import type { Activity } from "@/lib/intake/activities/activity";
import type { IcpFit } from "@/lib/scoring/icp/icp";
import type { ScoringModel } from "@/lib/scoring/model/model";
import { nextChangeAt } from "@/lib/scoring/next-change";
import { overridden, type ScoreOverride } from "@/lib/scoring/override";
import { type Score, score as scoreOf } from "@/lib/scoring/score";
import type { ScorePart } from "@/lib/scoring/score-entry";
import { type TakenParts, totalFrom, withTaken } from "@/lib/scoring/taken";
import { scoreTrend, storedTrend } from "@/lib/scoring/trend";
import type { FieldValues } from "@/lib/standard/categories";
import type { FieldValue } from "@/lib/standard/field";
import type { ScoreTrend } from "@/lib/standard/scoring-context";
import type { LeadFile } from "./lead-file";

/** A lead's score as it stands at a moment (C4.1 to C4.5). */
export type ScoreStanding = {
  /** What counts: the model's score, or a person's total in its place. */
  score: Score | null;
  /** What the model says. */
  modelScore: Score | null;
  /** What counts where no person set another; the history is kept of this one. */
  unset: Score | null;
  trend: ScoreTrend | null;
  /** When time alone will next have changed it. */
  dueAt: Date | null;
  /** What of it a MAP said, and which system the total owes its number to. */
  taken: TakenParts;
  totalFrom: string | null;
};

/** What the score is of: the credible activities, and the fit. */
type Scored = { credible: readonly Activity[]; fit: IcpFit | null };

/** The score of a lead that is known by nothing at all is none, unless a person set one. */
export function scoreStanding(
  file: Pick<LeadFile, "scoring">,
  { credible, fit }: Scored,
  model: ScoringModel,
  now: Date,
): ScoreStanding {
  const { history, override, map } = file.scoring;
  const isKnown = fit !== null || credible.length > 0;
  const modelScore = isKnown ? scoreOf(credible, fit, model, now) : null;
  const { score: unset, taken } = withTaken(modelScore, map, model);
  const from = totalFrom(taken, unset?.total ?? 0, modelScore?.total ?? 0);
  const trendOf = () =>
    unset && Object.keys(taken).length > 0
      ? storedTrend(unset.total, model, now, history)
      : scoreTrend(credible, fit, model, now, history);
  const trend = unset || override ? trendOf() : null;
  const dueAt = nextChangeAt(credible, fit, model, now);
  const score = overridden(unset, override);
  return { score, modelScore, unset, trend, dueAt, taken, totalFrom: from };
}

/** Both numbers are kept where a MAP said one. */
function takenField(field: FieldValue, { provider, at, model }: NonNullable<TakenParts["fit"]>) {
  const detail = { modelTotal: model };
  return { ...field, source: "map" as const, provider, obtainedAt: at, detail };
}

/** C4.1: both numbers are kept, and the reason, where a person set the total. */
function totalField(total: FieldValue, override: ScoreOverride, modelTotal: number): FieldValue {
  const { author: provider, at: obtainedAt, reason } = override;
  return { ...total, source: "person", provider, obtainedAt, detail: { modelTotal, reason } };
}

/** C4.1 to C4.5 as fields. */
export function scoreFields(
  { score: counted, modelScore, trend, taken }: ScoreStanding,
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
  const part = (name: ScorePart) => {
    const given = taken[name];
    return given ? takenField(of(counted[name]), given) : of(counted[name]);
  };
  const modelTotal = modelScore?.total ?? 0;
  return {
    "C4.1": override ? totalField(of(counted.total), override, modelTotal) : part("total"),
    "C4.2": part("fit"),
    "C4.3": part("intent"),
    "C4.4": part("behavior"),
    "C4.5": of(trend),
  };
}
