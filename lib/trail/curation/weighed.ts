import { type Activity, PASSIVE_KINDS } from "@/lib/intake/activities/activity";
import { DAY } from "@/lib/platform/durations";
import { ageOf } from "../chronology";
import { requestText } from "../wording/asked";
import { comparedWith, highIntent } from "../wording/page-path";
import { saysNothing, secondsOn, telling } from "../wording/wording";
import type { CurationWeights } from "./curation-weights";
import { type Family, type Topic, topics } from "./topic";

/** A topic and what it is worth, not yet in words: of thousands, five are ever worded. */
export type Weighed = { topic: Topic; key: string; family: Family; worth: number };

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

type Ranked = { worth: number; key: string };

/** The worth falls by recency alone, so that two of one worth are told apart by their keys. */
export const byWorth = (a: Ranked, b: Ranked) => b.worth - a.worth || (a.key < b.key ? -1 : 1);

/** Everything that may be told, the most significant first. Opens count for nothing (X.5). */
export function weighed(
  kept: readonly Activity[],
  { now, weights }: { now: Date; weights: CurationWeights },
): Weighed[] {
  const active = kept.filter(({ kind }) => !PASSIVE_KINDS.includes(kind));
  return topics(active)
    .map((topic) => ({ topic, ...topic, worth: worthOf(topic, now, weights) }))
    .filter(({ worth }) => worth > 0)
    .sort(byWorth);
}
