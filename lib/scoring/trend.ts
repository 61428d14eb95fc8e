import type { Activity } from "@/lib/intake/activities/activity";
import { DAY } from "@/lib/platform/durations";
import type { ScoreTrend, Trend } from "@/lib/standard/scoring-context";
import { chronological } from "@/lib/trail/chronology";
import type { IcpFit } from "./icp/icp";
import type { ScoringModel } from "./model/model";
import { type ScorePoint, totalsOver } from "./score-history";

/** Within the dead band a change is noise, and noise is 'stable'. */
function direction(delta: number, deadBand: number): Trend {
  if (delta >= deadBand) return "rising";
  return delta <= -deadBand ? "decaying" : "stable";
}

/** The daily moments of the history, the last one `now`; none before the lead's first activity. */
function moments(
  first: Pick<Activity, "occurredAt"> | undefined,
  model: ScoringModel,
  now: Date,
): number[] {
  const { historyDays, windowDays } = model.trend;
  const known = first ? (now.getTime() - first.occurredAt.getTime()) / DAY : 0;
  const days = Math.min(historyDays, Math.max(Math.ceil(known), windowDays));
  return Array.from({ length: days + 1 }, (_, index) => now.getTime() - (days - index) * DAY);
}

/**
 * The total that was stored for a moment: that of the last point before it. Numbers of another
 * model do not compare, so that only those since the model took effect count.
 */
function storedAt(stored: readonly ScorePoint[], model: ScoringModel, moment: number) {
  const last = stored.findLast(({ at }) => at.getTime() <= moment);
  return last?.modelVersion === model.version ? last.total : null;
}

/**
 * C4.5: which way the score goes over the model's window, and its daily history for a sparkline,
 * of at most `historyDays` + 1 points, earliest first. Past days are what was `stored` of them, in
 * the order of time; what lies before is replayed, with the fit as it is now. Give it
 * `sift(…).credible`: the score of a past day needs what has gone out of date since.
 */
export function scoreTrend(
  activities: readonly Activity[],
  fit: IcpFit | null,
  model: ScoringModel,
  now: Date,
  stored: readonly ScorePoint[] = [],
): ScoreTrend {
  const ordered = chronological(activities);
  const at = moments(ordered[0], model, now);
  const replayed = totalsOver(ordered, fit, model, at);
  const history = at.map((moment, index) => {
    const past = moment < now.getTime() ? storedAt(stored, model, moment) : null;
    return { at: new Date(moment).toISOString(), total: past ?? replayed[index]?.total ?? 0 };
  });
  return trendOf(history, model);
}

function trendOf(history: ScoreTrend["history"], model: ScoringModel): ScoreTrend {
  const { windowDays, deadBand } = model.trend;
  const delta = (history.at(-1)?.total ?? 0) - (history.at(-1 - windowDays)?.total ?? 0);
  return { direction: direction(delta, deadBand), delta, windowDays, history };
}

/**
 * C4.5 of a total that no replay can give, since a MAP said it: what was stored of each day. What
 * lies before the first of it is not known, and drawn as no change.
 */
export function storedTrend(
  total: number,
  model: ScoringModel,
  now: Date,
  stored: readonly ScorePoint[],
): ScoreTrend {
  const own = stored.filter(({ modelVersion }) => modelVersion === model.version);
  const first = own[0];
  const since = first && { occurredAt: first.at };
  const history = moments(since, model, now).map((moment) => {
    const past = moment < now.getTime() ? (storedAt(own, model, moment) ?? first?.total) : total;
    return { at: new Date(moment).toISOString(), total: past ?? total };
  });
  return trendOf(history, model);
}
