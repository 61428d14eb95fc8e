import type { Activity } from "@/lib/intake/activities/activity";
import { type Touchpoint, TRAIL_MAX, TRAIL_MIN } from "@/lib/standard/behavioral-trail";
import { NO_EDITS, type TrailEdits } from "../edits/edits";
import { type Group, grouped, inOrder, isDropped, withPins } from "../edits/grouped";
import { lineOf, type TrailLine } from "../edits/line";
import { telling, wording } from "../wording/wording";
import { type CurationWeights, DEFAULT_CURATION_WEIGHTS } from "./curation-weights";
import type { Family } from "./topic";
import { byWorth, type Weighed, weighed } from "./weighed";

/** A touchpoint that may enter the trail: what it is worth, and the activities it is made of. */
type Candidate = Touchpoint & {
  key: string;
  family: Family;
  worth: number;
  activityIds: string[];
};

type Weighing = { now: Date; weights?: CurationWeights | undefined };
export type CurationOptions = Weighing & {
  /** What crossed the threshold: the page says it already, so that the trail need not. */
  trigger?: { activityId: string } | null;
  /** What people made of it; nothing where left out. */
  edits?: TrailEdits;
};

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

/**
 * Every touchpoint that a lead's kept activities make, the most significant first. `curate`
 * chooses among these.
 */
export function candidates(
  kept: readonly Activity[],
  { now, weights = DEFAULT_CURATION_WEIGHTS }: Weighing,
): Candidate[] {
  return weighed(kept, { now, weights }).map(candidate);
}

/** Takes the most valuable again and again, each family counting for less once it is there. */
function diverse(ranked: readonly Group[], weights: CurationWeights): Group[] {
  const chosen: Group[] = [];
  const taken = new Map<Family, number>();
  const worthNow = ({ worth, family }: Group) =>
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

function leading(ranked: readonly Group[], most: number): Group[] {
  return [...Map.groupBy(ranked, ({ family }) => family).values()]
    .flatMap((ofFamily) => ofFamily.slice(0, most))
    .sort(byWorth);
}

/**
 * Without the thing that the trigger names: the page says it already. It stays only where it is the
 * one that makes three, since fewer than three are no trail (C3.8).
 */
function withoutTrigger(
  ranked: Group[],
  trigger: CurationOptions["trigger"],
  { mostOfFamily }: CurationWeights,
): Group[] {
  if (!trigger) return ranked;
  const names = (one: Weighed) => one.topic.activities.some(({ id }) => id === trigger.activityId);
  const others = ranked.filter(({ parts }) => !parts.some(names));
  const isTrail = (groups: Group[]) => leading(groups, mostOfFamily).length >= TRAIL_MIN;
  return isTrail(ranked) && !isTrail(others) ? ranked : others;
}

/** The newest first; of two at one instant the one that is worth more. */
const byRecency = (a: TrailLine, b: TrailLine) =>
  a.lastAt < b.lastAt ? 1 : a.lastAt > b.lastAt ? -1 : byWorth(a, b);

function choose(kept: readonly Activity[], options: CurationOptions) {
  const { now, trigger, weights = DEFAULT_CURATION_WEIGHTS, edits = NO_EDITS } = options;
  const groups = grouped(weighed(kept, { now, weights }), edits);
  const dropped = edits.dropped.length > 0 ? groups.filter((one) => isDropped(one, edits)) : [];
  const standing = dropped.length > 0 ? groups.filter((one) => !dropped.includes(one)) : groups;
  const open = withoutTrigger(standing, trigger, weights);
  const chosen = withPins(diverse(open, weights), open, edits, TRAIL_MAX);
  const line = (group: Group) => lineOf(group, group.parts.map(candidate), edits);
  return { chosen, open, dropped, edits, line };
}

/**
 * The curated trail (C3.8), line by line: the three to five most significant touchpoints, newest
 * first, fewer where the lead did less; then as people pinned, dropped, reworded, merged and
 * ordered them (O.2), and still never more than five, nor what the trigger says.
 */
export function trailLines(kept: readonly Activity[], options: CurationOptions): TrailLine[] {
  const { chosen, edits, line } = choose(kept, options);
  return inOrder(chosen.map(line).sort(byRecency), edits);
}

/** As many lines that were not chosen as anybody looks through. */
const OTHERS_SHOWN = 20;

/** What an editor chooses from: the trail, what else could be in it, and what was dropped. */
export type TrailChoices = { lines: TrailLine[]; others: TrailLine[]; dropped: TrailLine[] };

/** The trail as `trailLines` has it, with what is not in it, the most significant first. */
export function trailChoices(kept: readonly Activity[], options: CurationOptions): TrailChoices {
  const { chosen, open, dropped, edits, line } = choose(kept, options);
  const others = open.filter((one) => !chosen.includes(one)).slice(0, OTHERS_SHOWN);
  return {
    lines: inOrder(chosen.map(line).sort(byRecency), edits),
    others: others.map(line),
    dropped: dropped.map(line),
  };
}

/** The lines as a rep reads them; the same activities give the same in whatever order they come. */
export function curate(kept: readonly Activity[], options: CurationOptions): Touchpoint[] {
  return trailLines(kept, options).map(asTouchpoint);
}

/** A line as a rep reads it. */
export function asTouchpoint({ kind, text, count, firstAt, lastAt }: Touchpoint): Touchpoint {
  return { kind, text, count, firstAt, lastAt };
}
