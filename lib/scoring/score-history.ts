import type { Activity } from "@/lib/intake/activities/activity";
import { DAY } from "@/lib/platform/durations";
import { chronological } from "@/lib/trail/chronology";
import type { IcpFit } from "./icp/icp";
import type { ScoringModel } from "./model/model";
import { arrive, startReplay, type Totals, totalsAt } from "./replay";

/** What the model said of a lead at a moment; kept whenever one of the numbers changed. */
export type ScorePoint = Totals & {
  at: Date;
  modelVersion: number;
  /** Nothing had happened but that time went by. */
  byTime: boolean;
};

/** The days for which the history is kept. */
export const HISTORY_DAYS = 90;

const same = (a: Totals, b: Totals) =>
  a.total === b.total && a.fit === b.fit && a.intent === b.intent && a.behavior === b.behavior;

/**
 * The totals at moments that run forward, in one walk over activities in time order. Moments are
 * in ms since 1970.
 */
export function totalsOver(
  ordered: readonly Activity[],
  fit: Pick<IcpFit, "score"> | null,
  model: ScoringModel,
  at: readonly number[],
): Totals[] {
  const replay = startReplay(model);
  let next = 0;
  return at.map((moment) => {
    for (let one = ordered[next]; one; one = ordered[next]) {
      if (one.occurredAt.getTime() > moment) break;
      arrive(replay, one);
      next += 1;
    }
    return totalsAt(replay, fit, moment);
  });
}

type Judged = {
  /** `sift(…).credible`, in any order. */
  activities: readonly Activity[];
  model: ScoringModel;
  now: Date;
};

/**
 * The days on which nobody looked though the score was due, as when nothing ran: what the replay
 * says of them, with the fit that was known then, and only where a number changed.
 */
function missedDays(last: ScorePoint, dueAt: Date | null, { activities, model, now }: Judged) {
  if (!dueAt || last.modelVersion !== model.version) return [];
  const from = Math.max(dueAt.getTime(), now.getTime() - model.trend.historyDays * DAY);
  const count = Math.max(0, Math.ceil((now.getTime() - from) / DAY) - 1);
  const days = Array.from({ length: count }, (_, index) => from + (index + 1) * DAY);
  const moments = [from, ...days].filter((moment) => now.getTime() - moment >= DAY);
  let known: Totals = last;
  return totalsOver(chronological(activities), { score: last.fit }, model, moments).flatMap(
    (totals, index) => {
      if (same(totals, known)) return [];
      known = totals;
      const at = new Date(moments[index] ?? from);
      return [{ ...totals, at, modelVersion: model.version, byTime: true }];
    },
  );
}

/**
 * What is to be added to a lead's history now that it was judged: nothing where no number changed
 * and the model is the one of before. `dueAt` is when its score was to be looked at, as it was said
 * when it was judged last.
 */
export function newPoints(
  known: readonly ScorePoint[],
  scored: Totals | null,
  dueAt: Date | null,
  { byTime, ...judged }: Judged & { byTime: boolean },
): ScorePoint[] {
  if (!scored) return [];
  const { total, fit, intent, behavior } = scored;
  const { model, now } = judged;
  const point = { total, fit, intent, behavior, at: now, modelVersion: model.version, byTime };
  const last = known.at(-1);
  if (!last) return [point];
  const missed = missedDays(last, dueAt, judged);
  const before = missed.at(-1) ?? last;
  const isSame = same(before, point) && before.modelVersion === model.version;
  return isSame ? missed : [...missed, point];
}
