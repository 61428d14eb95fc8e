import { DAY } from "@/lib/platform/durations";
import type { TrailSettings } from "../settings";
import { EXCLUSION_RULES, type LeftOut, type Sifted } from "./exclusions";
import type { ExclusionRule } from "./rule";
import { beforeTheReturn, returnOf } from "./window";

/** How far back the counts go, in days: the audit compares thirty with the thirty before. */
export const COUNTED_DAYS = 60;
/** Stands for the rule where none took an activity out. */
export const KEPT = "kept";

/** Activities by rule, and by the day (`2026-06-03`, UTC) from which the rule took them out. */
export type ExclusionDays = { [rule: string]: { [day: string]: number } };

/** A difference to a rule's count of one day. */
export type DayChange = { day: string; rule: string; count: number };

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
/** Whole days since 1970, which are cheaper to tell apart than their names. */
const numberOf = (at: number) => Math.floor(at / DAY);

/** The first day that is counted at `now`. */
export const firstDay = (now: Date): string => dayOf(now.getTime() - (COUNTED_DAYS - 1) * DAY);

/** When a rule took an activity out, in ms since 1970. */
function takenOut({ credible }: Sifted, settings: TrailSettings, now: Date) {
  const rules = new Map<string, ExclusionRule>(EXCLUSION_RULES.map((rule) => [rule.id, rule]));
  const back = returnOf(credible, settings, now);
  return ({ activity, rule }: LeftOut) => {
    const at = activity.occurredAt.getTime();
    if (rule === beforeTheReturn.id) return back ?? at;
    return at + (rules.get(rule)?.ageAt?.(activity, settings) ?? 0);
  };
}

const named = (counts: ReadonlyMap<string, ReadonlyMap<number, number>>): ExclusionDays =>
  Object.fromEntries(
    [...counts].map(([rule, days]) => [
      rule,
      Object.fromEntries([...days].map(([day, count]) => [dayOf(day * DAY), count])),
    ]),
  );

/**
 * What each rule took out of a lead's activities, by day. A rule that goes by age takes an activity
 * out on the day on which it becomes too old; every other one on the day on which it happened.
 */
export function exclusionDays(sifted: Sifted, settings: TrailSettings, now: Date): ExclusionDays {
  const first = numberOf(now.getTime()) - COUNTED_DAYS + 1;
  const takenAt = takenOut(sifted, settings, now);
  const counts = new Map<string, Map<number, number>>();
  const add = (rule: string, at: number) => {
    const day = numberOf(at);
    if (day < first) return;
    const ofRule = counts.get(rule) ?? new Map<number, number>();
    counts.set(rule, ofRule.set(day, (ofRule.get(day) ?? 0) + 1));
  };
  for (const { occurredAt } of sifted.kept) add(KEPT, occurredAt.getTime());
  for (const one of sifted.leftOut) add(one.rule, takenAt(one));
  return named(counts);
}

/** What changed since it was counted last; days that are counted no longer are left alone. */
export function dayChanges(before: ExclusionDays, after: ExclusionDays, now: Date): DayChange[] {
  const from = firstDay(now);
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((rule) => {
    const days = new Set([...Object.keys(before[rule] ?? {}), ...Object.keys(after[rule] ?? {})]);
    return [...days].flatMap((day) => {
      const count = (after[rule]?.[day] ?? 0) - (before[rule]?.[day] ?? 0);
      return count === 0 || day < from ? [] : [{ day, rule, count }];
    });
  });
}

/** Changes of many leads as one a rule and day, in one order everywhere. */
export function summed(changes: readonly DayChange[]): DayChange[] {
  const sums = new Map<string, DayChange>();
  for (const { day, rule, count } of changes) {
    const known = sums.get(`${day} ${rule}`) ?? { day, rule, count: 0 };
    sums.set(`${day} ${rule}`, { ...known, count: known.count + count });
  }
  return [...sums.values()].filter(({ count }) => count !== 0);
}
