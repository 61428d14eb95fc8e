import { type Activity, PASSIVE_KINDS } from "@/lib/intake/activity";
import { type Touchpoint, TRAIL_MAX, TRAIL_MIN } from "@/lib/standard/behavioral-trail";
import { requestText } from "./asked";
import { ageOf, DAY } from "./chronology";
import { type CurationWeights, DEFAULT_CURATION_WEIGHTS } from "./curation-weights";
import { comparedWith, highIntent } from "./page-path";
import { type Family, type Topic, topics } from "./topic";
import { saysNothing, secondsOn, telling, wording } from "./wording";

/** A touchpoint that may enter the trail: what it is worth, and the activities it is made of. */
export type Candidate = Touchpoint & {
  key: string;
  family: Family;
  worth: number;
  activityIds: string[];
};

type Weighing = { now: Date; weights?: CurationWeights | undefined };
export type CurationOptions = Weighing & {
  /** What crossed the threshold: the page says it already, so that the trail need not. */
  trigger?: { activityId: string } | null;
};

function signalOf(activity: Activity, weights: CurationWeights): number {
  if (saysNothing(activity)) return 0;
  if (activity.kind === "page_viewed") {
    const { path } = activity.details;
    if (comparedWith(path)) return weights.comparisonPage;
    return highIntent(path) ? weights.highIntentPage : weights.signal.page_viewed;
  }
  if (activity.kind === "form_submitted" && requestText(activity.details.form)) {
    return weights.request;
  }
  return weights.signal[activity.kind];
}

function worthOf(topic: Topic, now: Date, weights: CurationWeights): number {
  const newest = topic.activities.at(-1);
  if (!newest) return 0;
  const signal = signalOf(telling(topic), weights);
  const recency = 2 ** (-ageOf(newest, now) / (weights.halfLifeDays * DAY));
  const counted = Math.min(topic.activities.length, weights.countedUpTo);
  const repetition = 1 + weights.doubling * Math.log2(counted);
  return signal * recency * repetition * stayOf(topic, weights);
}

/** C3.7: ten minutes on a high-intent page say more than a glance at it. */
function stayOf(topic: Topic, weights: CurationWeights): number {
  const main = telling(topic);
  if (main.kind !== "page_viewed" || !highIntent(main.details.path)) return 1;
  const minutes = Math.min((secondsOn(topic) ?? 0) / 60, weights.minutesUpTo);
  return 1 + weights.dwell * Math.log2(1 + minutes);
}

/** A topic and what it is worth, not yet in words: of thousands, five are ever worded. */
type Weighed = { topic: Topic; key: string; family: Family; worth: number };

function candidate({ topic, key, family, worth }: Weighed): Candidate {
  const { activities } = topic;
  const { kind } = telling(topic);
  // The dates are those of what is said: who attended on the 12th had not attended since the 2nd.
  const said = activities.filter((activity) => activity.kind === kind);
  return {
    kind,
    text: wording(topic),
    count: activities.length,
    firstAt: said[0]?.occurredAt.toISOString() ?? "",
    lastAt: said.at(-1)?.occurredAt.toISOString() ?? "",
    key,
    family,
    worth,
    activityIds: activities.map(({ id }) => id),
  };
}

/** The worth falls by recency alone, so that two of one worth are told apart by their keys. */
const byWorth = (a: Weighed, b: Weighed) => b.worth - a.worth || (a.key < b.key ? -1 : 1);

/** Everything that may be told, the most significant first. Opens count for nothing (X.5). */
function weighed(
  kept: readonly Activity[],
  { now, weights }: { now: Date; weights: CurationWeights },
): Weighed[] {
  const active = kept.filter(({ kind }) => !PASSIVE_KINDS.includes(kind));
  return topics(active)
    .map((topic) => ({ topic, ...topic, worth: worthOf(topic, now, weights) }))
    .filter(({ worth }) => worth > 0)
    .sort(byWorth);
}

/**
 * Every touchpoint that a lead's kept activities make, the most significant first. Marketing ops
 * chooses among these; `curate` chooses where nobody did.
 */
export function candidates(
  kept: readonly Activity[],
  { now, weights = DEFAULT_CURATION_WEIGHTS }: Weighing,
): Candidate[] {
  return weighed(kept, { now, weights }).map(candidate);
}

/** Takes the most valuable again and again, each family counting for less once it is there. */
function diverse(ranked: readonly Weighed[], weights: CurationWeights): Weighed[] {
  const chosen: Weighed[] = [];
  const taken = new Map<Family, number>();
  const worthNow = ({ worth, family }: Weighed) =>
    worth * weights.sameFamily ** (taken.get(family) ?? 0);
  const floor = (ranked[0]?.worth ?? 0) * weights.floor;
  // A family can only ever supply its best few, so that a long list need not be walked again.
  const open = leading(ranked, weights.mostOfFamily);
  while (open.length > 0 && chosen.length < TRAIL_MAX) {
    const best = open.reduce((a, b) => (worthNow(b) > worthNow(a) ? b : a));
    if (chosen.length >= TRAIL_MIN && worthNow(best) < floor) break;
    chosen.push(best);
    taken.set(best.family, (taken.get(best.family) ?? 0) + 1);
    open.splice(open.indexOf(best), 1);
  }
  return chosen;
}

function leading(ranked: readonly Weighed[], most: number): Weighed[] {
  return [...Map.groupBy(ranked, ({ family }) => family).values()]
    .flatMap((ofFamily) => ofFamily.slice(0, most))
    .sort(byWorth);
}

/**
 * Without the thing that the trigger names: the page says it already. It stays only where it is the
 * one that makes three, since fewer than three are no trail (C3.8).
 */
function withoutTrigger(ranked: Weighed[], trigger: CurationOptions["trigger"]): Weighed[] {
  if (!trigger) return ranked;
  const others = ranked.filter(
    ({ topic }) => !topic.activities.some(({ id }) => id === trigger.activityId),
  );
  return others.length === TRAIL_MIN - 1 ? ranked : others;
}

/** The newest first; of two at one instant the one that is worth more. */
const byRecency = (a: Candidate, b: Candidate) =>
  a.lastAt < b.lastAt
    ? 1
    : a.lastAt > b.lastAt
      ? -1
      : b.worth - a.worth || (a.key < b.key ? -1 : 1);

/**
 * The curated trail (C3.8): the three to five most significant touchpoints, newest first; fewer
 * where the lead did less. The same activities give the same trail in whatever order they come.
 */
export function curate(kept: readonly Activity[], options: CurationOptions): Touchpoint[] {
  const { now, trigger, weights = DEFAULT_CURATION_WEIGHTS } = options;
  return diverse(withoutTrigger(weighed(kept, { now, weights }), trigger), weights)
    .map(candidate)
    .sort(byRecency)
    .map(({ kind, text, count, firstAt, lastAt }) => ({ kind, text, count, firstAt, lastAt }));
}
