import { type Activity, PASSIVE_KINDS } from "@/lib/intake/activity";
import { byTime, chronological } from "./chronology";
import { linkScanner } from "./exclusion/link-scanner";
import { bot, mailGateway } from "./exclusion/machine";
import { byHand, internalSales, otherProduct, ownStaff, testSubmission } from "./exclusion/people";
import type { ExclusionRule } from "./exclusion/rule";
import { beforeTheReturn, oldPageOrMail, passive, returnOf, tooOld } from "./exclusion/window";
import type { TrailSettings } from "./settings";

/** Who or what did it: true of an activity for ever. The first rule that applies names it. */
const DOUBTS = [
  ownStaff,
  internalSales,
  testSubmission,
  otherProduct,
  mailGateway,
  bot,
  linkScanner,
  byHand,
] as const satisfies readonly ExclusionRule[];

/** How long ago it was: changes as time passes. */
const AGES = [
  beforeTheReturn,
  tooOld,
  oldPageOrMail,
  passive,
] as const satisfies readonly ExclusionRule[];

/** Every rule of spec X, in the order in which they are asked. */
export const EXCLUSION_RULES = [...DOUBTS, ...AGES] as const;
export type ExclusionRuleId = (typeof EXCLUSION_RULES)[number]["id"];

/** An activity that stays out of the handoff, and the rule that says so (X.6). */
export type LeftOut = { activity: Activity; rule: ExclusionRuleId };

/**
 * `kept` is what a handoff is made of. `credible` is everything that is the lead's own doing,
 * however old: scores of past days need what has gone out of date since. All in time order.
 */
export type Sifted = {
  kept: Activity[];
  leftOut: LeftOut[];
  reEngaged: boolean;
  credible: Activity[];
};

type Passed = { kept: Activity[]; leftOut: LeftOut[] };

function pass(
  rules: readonly ExclusionRule<ExclusionRuleId>[],
  activities: readonly Activity[],
  settings: TrailSettings,
  now: Date,
): Passed {
  const protectedIds = new Set(settings.broughtBack);
  const leftOut: LeftOut[] = [];
  let kept = [...activities];
  for (const rule of rules) {
    const leavesOut = rule.judge(kept, settings, now);
    kept = kept.filter((activity) => {
      const stays = protectedIds.has(activity.id) || !leavesOut(activity);
      if (!stays) leftOut.push({ activity, rule: rule.id });
      return stays;
    });
  }
  return { kept, leftOut };
}

/**
 * Splits a lead's activities into what goes into a handoff and what stays out, each with its rule
 * (spec X). Every activity is in exactly one of the two, and the order they come in does not
 * matter. `reEngaged`: the lead was quiet for 90 days or more and came back inside the window.
 */
export function sift(activities: readonly Activity[], settings: TrailSettings, now: Date): Sifted {
  const own = pass(DOUBTS, chronological(activities), settings, now);
  const recent = pass(AGES, own.kept, settings, now);
  return {
    kept: recent.kept,
    leftOut: [...own.leftOut, ...recent.leftOut].sort((a, b) => byTime(b.activity, a.activity)),
    reEngaged: returnOf(own.kept, settings, now) !== null,
    credible: own.kept.filter(({ kind }) => !PASSIVE_KINDS.includes(kind)),
  };
}

/** The words for a rule, such as 'Bots'. */
export function exclusionLabel(id: ExclusionRuleId): string {
  return EXCLUSION_RULES.find((rule) => rule.id === id)?.label ?? id;
}
