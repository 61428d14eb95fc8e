import type { Activity } from "@/lib/intake/activity";
import type { ScoreTrend, Trend } from "@/lib/standard/scoring-context";
import { chronological, DAY } from "@/lib/trail/chronology";
import type { IcpFit } from "./icp";
import type { ScoringModel } from "./model";
import { arrive, startReplay, totalsAt } from "./replay";

/** Within the dead band a change is noise, and noise is 'stable'. */
function direction(delta: number, deadBand: number): Trend {
  if (delta >= deadBand) return "rising";
  return delta <= -deadBand ? "decaying" : "stable";
}

/** The daily moments of the history, the last one `now`; none before the lead's first activity. */
function moments(first: Activity | undefined, model: ScoringModel, now: Date): number[] {
  const { historyDays, windowDays } = model.trend;
  const known = first ? (now.getTime() - first.occurredAt.getTime()) / DAY : 0;
  const days = Math.min(historyDays, Math.max(Math.ceil(known), windowDays));
  return Array.from({ length: days + 1 }, (_, index) => now.getTime() - (days - index) * DAY);
}

/** The totals at moments that run forward, in one walk over the activities. */
function totalsOver(
  activities: readonly Activity[],
  fit: IcpFit | null,
  model: ScoringModel,
  at: readonly number[],
): number[] {
  const replay = startReplay(model);
  let next = 0;
  return at.map((moment) => {
    for (let one = activities[next]; one; one = activities[next]) {
      if (one.occurredAt.getTime() > moment) break;
      arrive(replay, one);
      next += 1;
    }
    return totalsAt(replay, fit, moment).total;
  });
}

/**
 * C4.5: which way the score goes over the model's window, and its daily history for a sparkline,
 * of at most `historyDays` + 1 points, earliest first. The fit is taken as it is now. Give it
 * `sift(…).credible`: the score of a past day needs what has gone out of date since.
 */
export function scoreTrend(
  activities: readonly Activity[],
  fit: IcpFit | null,
  model: ScoringModel,
  now: Date,
): ScoreTrend {
  const ordered = chronological(activities);
  const at = moments(ordered[0], model, now);
  const totals = totalsOver(ordered, fit, model, at);
  const { windowDays, deadBand } = model.trend;
  const delta = (totals.at(-1) ?? 0) - (totals.at(-1 - windowDays) ?? 0);
  const history = at.map((moment, index) => ({
    at: new Date(moment).toISOString(),
    total: totals[index] ?? 0,
  }));
  return { direction: direction(delta, deadBand), delta, windowDays, history };
}
