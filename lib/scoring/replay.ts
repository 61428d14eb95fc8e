import type { Activity } from "@/lib/intake/activities/activity";
import { DAY, MINUTE } from "@/lib/platform/durations";
import { chronological } from "@/lib/trail/chronology";
import { topicOf } from "@/lib/trail/curation/topic";
import type { IcpFit } from "./icp/icp";
import type { ActivityRule, ScoringModel } from "./model/model";
import { ruleFor } from "./rule-match";

/** One visit: activities of one thing that lie close together. Times in ms since 1970. */
export type Visit = { at: number; thing: string; activities: Activity[] };

/**
 * One rule's visits so far. `sum` is the number of visits in force, each halved per half-life,
 * as it stood at `at`: since all decay alike, one factor carries the sum to any later moment,
 * and a replay costs one step per activity instead of one per pair.
 */
export type Running = {
  rule: ActivityRule;
  visits: Visit[];
  /** The first visit that is still inside the rule's window. */
  head: number;
  sum: number;
  at: number;
};

export type Replay = {
  model: ScoringModel;
  running: ReadonlyMap<string, Running>;
  /** The latest activity of each thing, and the visit it belongs to. */
  latest: Map<string, { at: number; visit: Visit }>;
};

export type Totals = { total: number; fit: number; intent: number; behavior: number };

/** A replay before the first activity. */
export function startReplay(model: ScoringModel): Replay {
  const running = new Map<string, Running>();
  for (const rule of model.rules) {
    running.set(rule.id, { rule, visits: [], head: 0, sum: 0, at: 0 });
  }
  return { model, running, latest: new Map() };
}

const halved = (milliseconds: number, rule: ActivityRule) =>
  2 ** (-milliseconds / (rule.halfLifeDays * DAY));

/** Carries a rule's sum forward to a moment, dropping what has left its window. */
function carry(running: Running, to: number): number {
  const { rule, visits } = running;
  running.sum *= halved(to - running.at, rule);
  running.at = to;
  for (let visit = visits[running.head]; visit; visit = visits[running.head]) {
    if (to - visit.at <= rule.windowDays * DAY) break;
    running.sum -= halved(to - visit.at, rule);
    running.head += 1;
  }
  // Rounding must not leave a trace of visits that are gone.
  if (running.head === visits.length) running.sum = 0;
  return Math.max(0, running.sum);
}

/**
 * The points of a rule at a moment, in its group, before clamping. Up to one visit in force they
 * grow with it, so that a visit earns half after a half-life; each further one earns the model's
 * share of the one before (a geometric sum), up to the rule's cap. Moments must not run backwards.
 */
export function pointsAt(running: Running, model: ScoringModel, at: number): number {
  const visits = carry(running, at);
  const { repetition } = model;
  const { points, cap = Number.POSITIVE_INFINITY } = running.rule;
  if (visits <= 1 || repetition === 1) return Math.min(cap, points * visits);
  return Math.min(cap, (points * (1 - repetition ** visits)) / (1 - repetition));
}

/** Sums made in different steps differ in their last bits; a half must round alike in all. */
const LAST_BITS = 1e-9;

/** A number of points as shown: whole, from 0 to 100. */
export function clamped(points: number): number {
  return Math.round(Math.min(100, Math.max(0, points)) + LAST_BITS);
}

/** The score at a moment: three groups of 0 to 100, and their weighted sum, in whole points. */
export function totalsAt(replay: Replay, fit: Pick<IcpFit, "score"> | null, at: number): Totals {
  const { model } = replay;
  const sums = { intent: 0, behavior: 0 };
  for (const running of replay.running.values()) {
    sums[running.rule.group] += pointsAt(running, model, at);
  }
  const groups = {
    fit: fit?.score ?? 0,
    intent: clamped(sums.intent),
    behavior: clamped(sums.behavior),
  };
  const { weights } = model;
  const total =
    weights.fit * groups.fit + weights.intent * groups.intent + weights.behavior * groups.behavior;
  return { total: clamped(total), ...groups };
}

/**
 * Takes in the next activity, in time order. Returns its rule, or null where it meets none or
 * continues a visit, and so cannot have changed the score.
 */
export function arrive(replay: Replay, activity: Activity): ActivityRule | null {
  const rule = ruleFor(activity, replay.model);
  const running = rule && replay.running.get(rule.id);
  if (!rule || !running) return null;
  const at = activity.occurredAt.getTime();
  const thing = `${rule.id} ${topicOf(activity).key}`;
  const last = replay.latest.get(thing);
  if (last && at - last.at < replay.model.visitMinutes * MINUTE) {
    last.visit.activities.push(activity);
    last.at = at;
    return null;
  }
  const visit = { at, thing, activities: [activity] };
  replay.latest.set(thing, { at, visit });
  carry(running, at);
  running.visits.push(visit);
  running.sum += 1;
  return rule;
}

/** The replay of all activities up to a moment, in ms since 1970; they may come in any order. */
export function replayTo(
  activities: readonly Activity[],
  model: ScoringModel,
  moment: number,
): Replay {
  const replay = startReplay(model);
  for (const activity of chronological(activities)) {
    if (activity.occurredAt.getTime() <= moment) arrive(replay, activity);
  }
  return replay;
}

/** The same replay once more, so that one of the two can be carried to a later moment. */
export function branch({ model, running, latest }: Replay): Replay {
  const copies = [...running].map(([id, one]): [string, Running] => [id, { ...one }]);
  return { model, running: new Map(copies), latest };
}
