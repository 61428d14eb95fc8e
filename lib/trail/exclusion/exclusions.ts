import { type Activity, PASSIVE_KINDS } from "@/lib/intake/activities/activity";
import { byTime, chronological } from "../chronology";
import { DEFAULT_TRAIL_SETTINGS, type TrailSettings } from "../settings";
import { byHand } from "./by-hand";
import { internalSales } from "./internal-sales";
import { oldPageOrMail } from "./kind-window";
import { linkScanner } from "./link-scanner";
import { bot, mailGateway, mailPrefetch } from "./machine";
import { otherProduct } from "./other-product";
import { ownStaff } from "./own-staff";
import type { ExclusionRule } from "./rule";
import { testSubmission } from "./test-submission";
import { beforeTheReturn, passive, returnOf, tooOld } from "./window";

/** Who or what did it: true of an activity for ever. The first rule that applies names it. */
const DOUBTS = [
  ownStaff,
  internalSales,
  testSubmission,
  otherProduct,
  mailGateway,
  mailPrefetch,
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
 * matter. `reEngaged`: the lead was quiet for `dormantDays` or more and came back inside the window.
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

const ruleOf = (id: string): ExclusionRule | undefined =>
  EXCLUSION_RULES.find((rule) => rule.id === id);

/** The words for a rule under these settings, such as 'Bots'; an id that is none as it is. */
export function exclusionLabel(
  id: string,
  settings: TrailSettings = DEFAULT_TRAIL_SETTINGS,
): string {
  return ruleOf(id)?.label(settings) ?? id;
}

/** What a rule goes by, in one sentence; null for an id that is none. */
export const exclusionWhy = (id: string): string | null => ruleOf(id)?.why ?? null;

/** True of rules that go by how long ago it was, which leave out more as time passes. */
export const goesByAge = (id: string): boolean =>
  id === beforeTheReturn.id || ruleOf(id)?.ageAt !== undefined;
