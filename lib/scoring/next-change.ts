import type { Activity } from "@/lib/intake/activities/activity";
import { DAY, MINUTE } from "@/lib/platform/durations";
import type { IcpFit } from "./icp/icp";
import type { ScoringModel } from "./model/model";
import { branch, type Replay, replayTo, totalsAt } from "./replay";

/** Nobody looks further ahead than this: by then the score is looked at again in any case. */
export const LOOK_AHEAD_DAYS = 7;
const MINUTES = (LOOK_AHEAD_DAYS * DAY) / MINUTE;

const hasDecaying = ({ running }: Replay) =>
  [...running.values()].some(({ visits, head }) => head < visits.length);

/**
 * When time alone will next have changed the total by a point, to the minute and never before it:
 * at most LOOK_AHEAD_DAYS ahead, which then means 'look again'. Null where nothing is left that
 * decays. Without a new activity a total never rises, so that halving the time finds the moment.
 * Takes activities in any order, those of `sift(…).credible`, like `score`.
 */
export function nextChangeAt(
  activities: readonly Activity[],
  fit: IcpFit | null,
  model: ScoringModel,
  now: Date,
): Date | null {
  const replay = replayTo(activities, model, now.getTime());
  const { total } = totalsAt(replay, fit, now.getTime());
  if (!hasDecaying(replay)) return null;
  const after = (minutes: number) => now.getTime() + minutes * MINUTE;
  const isLower = (minutes: number) => totalsAt(branch(replay), fit, after(minutes)).total < total;
  let same = 0;
  let lower = MINUTES;
  while (lower - same > 1) {
    const middle = Math.floor((same + lower) / 2);
    if (isLower(middle)) lower = middle;
    else same = middle;
  }
  return new Date(after(lower));
}
