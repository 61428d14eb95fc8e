import type { Activity } from "@/lib/intake/activities/activity";
import type { ScoringModel } from "@/lib/scoring/model/model";
import { overrideWords } from "@/lib/scoring/override";
import { namesActivity, type Trigger } from "@/lib/scoring/trigger/trigger";
import { type Caused, triggerCause } from "@/lib/scoring/trigger/trigger-cause";
import type { LeadFile } from "./lead-file";
import type { ScoreStanding } from "./score-standing";

type Judged = {
  /** The activity that crossed the threshold, as the model in force has it. */
  found: Trigger | null;
  standing: Pick<ScoreStanding, "score" | "totalFrom">;
  /** The activities that count, as `sift` gives them. */
  credible: readonly Activity[];
};
type Filed = Pick<LeadFile, "mqlAt" | "trigger" | "activities" | "scoring">;

/**
 * What made an MQL of the lead before, and still stands: it stays what it was, though the score
 * may have moved since. Where it is an activity, it is told anew, since what came before it may
 * have come in late or been left out; and it falls with the activity, once that is left out.
 */
function earlier(file: Filed, { found, credible }: Judged): Caused | null {
  if (!file.mqlAt || !file.trigger) return null;
  const kept = { text: file.trigger, at: file.mqlAt };
  const named = new Set(file.activities.filter(namesActivity(kept)).map(({ id }) => id));
  // A person, an import or a model, or an activity that was forgotten since.
  if (named.size === 0) return kept;
  if (found && named.has(found.activityId)) return found;
  return credible.some(({ id }) => named.has(id)) ? kept : null;
}

/** What made the lead an MQL (C4.6); nothing does where a person set its score below the threshold. */
export function triggerStanding(
  file: Filed,
  model: Pick<ScoringModel, "threshold" | "version">,
  judged: Judged,
  now: Date,
): Caused | null {
  const { override, history } = file.scoring;
  if (override && override.total < model.threshold) return null;
  const stands = earlier(file, judged);
  if (stands) return stands;
  if (override) return { text: overrideWords(override), at: new Date(override.at) };
  const { found, standing } = judged;
  const judgedBy = history.at(-1)?.modelVersion ?? null;
  const { score, totalFrom } = standing;
  return triggerCause({ found, total: score?.total ?? 0, totalFrom, judgedBy }, model, now);
}
