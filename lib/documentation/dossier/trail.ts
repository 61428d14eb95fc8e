import type { Activity } from "@/lib/intake/activities/activity";
import type { Touchpoint } from "@/lib/standard/behavioral-trail";
import { type CurationOptions, trailChoices } from "@/lib/trail/curation/curation";
import { inProse, spokenDeed, withoutStay } from "@/lib/trail/drafted/deed";
import type { TrailLine } from "@/lib/trail/edits/line";
import { exclusionLabel, exclusionWhy, type LeftOut } from "@/lib/trail/exclusion/exclusions";
import type { TrailSettings } from "@/lib/trail/settings";
import { sentence } from "@/lib/trail/wording/prose";
import { act } from "@/lib/trail/wording/wording";

/** Who left an activity out, or brought it back, against the rules (X.6). */
type ChoiceMade = { by: string; at: Date; words: string | null };

/** One activity in words. */
export type Deed = { id: string; at: Date; text: string; chosen: ChoiceMade | null };

/** A touchpoint with the latest activities it is made of, and as it goes into a text. */
export type TouchpointLine = Omit<Touchpoint, "kind"> & {
  key: string;
  pinned: boolean;
  /** True where a person made one line of several. */
  merged: boolean;
  ruleText: string;
  sentence: string;
  clause: string;
  deeds: Deed[];
  /** The first 500 of them. */
  activityIds: string[];
};

export type LineInBrief = { key: string; text: string };

/** The trail as people edit it (O.2): what is in it, what else could be, what was dropped. */
export type DossierTrail = {
  /** Of the edits; 0 where nobody made any. */
  version: number;
  lines: TouchpointLine[];
  others: LineInBrief[];
  dropped: LineInBrief[];
};

/** What one rule left out, with its latest activities (X.6). */
export type LeftOutLine = {
  rule: string;
  label: string;
  /** What the rule goes by. */
  why: string;
  count: number;
  deeds: Deed[];
};

/** By the activity's id. */
export type ChoicesMade = ReadonlyMap<string, ChoiceMade>;

/** More than this behind one line is chosen about as a whole. */
const DEEDS_SHOWN = 60;

/** An activity in words, with who chose about it. */
export const deedOf =
  (choices: ChoicesMade) =>
  (activity: Activity): Deed => ({
    id: activity.id,
    at: activity.occurredAt,
    text: act(activity),
    chosen: choices.get(activity.id) ?? null,
  });

/** As many activities as one press may choose about, and as a browser needs to know. */
const CHOSEN_AT_ONCE = 500;

/** A line with what is behind it, the newest first. */
function withDeeds(line: TrailLine, byId: ReadonlyMap<string, Activity>, choices: ChoicesMade) {
  const { key, text, count, firstAt, lastAt, pinned, ruleText, parts, activityIds } = line;
  const deeds = activityIds
    .flatMap((id) => byId.get(id) ?? [])
    .toSorted((one, other) => other.occurredAt.getTime() - one.occurredAt.getTime())
    .slice(0, DEEDS_SHOWN)
    .map(deedOf(choices));
  const spoken = spokenDeed(withoutStay(text));
  return {
    key,
    text,
    count,
    firstAt,
    lastAt,
    pinned,
    ruleText,
    merged: parts.length > 1,
    sentence: sentence(spoken),
    clause: inProse(spoken),
    deeds,
    activityIds: activityIds.slice(0, CHOSEN_AT_ONCE),
  };
}

const inBrief = ({ key, text }: TrailLine): LineInBrief => ({ key, text });

/** The trail as it is edited, each touchpoint with what is behind it. */
export function trailOf(
  kept: readonly Activity[],
  curation: CurationOptions,
  version: number,
  choices: ChoicesMade,
): DossierTrail {
  const { lines, others, dropped } = trailChoices(kept, curation);
  const byId = new Map(kept.map((activity) => [activity.id, activity]));
  return {
    version,
    lines: lines.map((line) => withDeeds(line, byId, choices)),
    others: others.map(inBrief),
    dropped: dropped.map(inBrief),
  };
}

/** What was left out, by rule, the most first. Takes the newest first, as `sift` gives it. */
export function leftOutLines(
  leftOut: readonly LeftOut[],
  settings: TrailSettings,
  choices: ChoicesMade,
): LeftOutLine[] {
  return [...Map.groupBy(leftOut, ({ rule }) => rule)]
    .map(([rule, those]) => ({
      rule,
      label: exclusionLabel(rule, settings),
      why: exclusionWhy(rule) ?? "",
      count: those.length,
      deeds: those.slice(0, DEEDS_SHOWN).map(({ activity }) => deedOf(choices)(activity)),
    }))
    .toSorted((one, other) => other.count - one.count);
}
