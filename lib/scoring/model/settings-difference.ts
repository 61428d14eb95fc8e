import { formatPercent } from "@/lib/platform/format-number";
import { curationDifferences } from "./curation-draft";
import type { ActivityRule, ModelSettings } from "./model";
import type { Difference } from "./model-difference";
import { SCORED_KINDS } from "./scored-kinds";

const days = (count: number) => (count === 1 ? "1 day" : `${count} days`);

function changed(what: string, before: string, after: string): Difference[] {
  return before === after ? [] : [{ what, before, after }];
}

/** What a rule counts: 'page viewed with pricing or plans in its path'. */
function counted({ kinds, pages, words, asks }: ActivityRule): string {
  const parts = [
    kinds.map((kind) => SCORED_KINDS[kind].toLowerCase()).join(", "),
    pages && `with ${pages.join(", ")} in the path`,
    words && `with ${words.join(", ")} in its name`,
    asks && "that asks us for something",
  ];
  return parts.filter(Boolean).join(" ");
}

/** A rule in a line: what it counts and what that is worth. */
export function ruleWords(rule: ActivityRule): string {
  const { points, cap, halfLifeDays, windowDays } = rule;
  const most = cap === undefined ? "" : `, ${cap} at most`;
  const time = `half after ${days(halfLifeDays)}, none after ${days(windowDays)}`;
  return `${counted(rule)}; ${points} points of ${rule.group}${most}, ${time}`;
}

const takenOf = ({ taken = [] }: ModelSettings) =>
  taken.length > 0 ? taken.join(", ") : "nothing";

const limit = (cap: number | undefined) => (cap === undefined ? "none" : `${cap}`);

function ruleChange(before: ActivityRule, after: ActivityRule): Difference[] {
  const of = (what: string) => `${after.label}: ${what}`;
  return [
    ...changed("Name of a rule", before.label, after.label),
    ...changed(of("group"), before.group, after.group),
    ...changed(of("what counts"), counted(before), counted(after)),
    ...changed(of("points"), `${before.points}`, `${after.points}`),
    ...changed(of("the most it earns"), limit(before.cap), limit(after.cap)),
    ...changed(of("half-life"), days(before.halfLifeDays), days(after.halfLifeDays)),
    ...changed(of("counts for"), days(before.windowDays), days(after.windowDays)),
  ];
}

function ruleChanges(before: readonly ActivityRule[], after: readonly ActivityRule[]) {
  const known = new Map(before.map((one) => [one.id, one]));
  const kept = new Set(after.map(({ id }) => id));
  const stayed = before.flatMap(({ id }) => (kept.has(id) ? [id] : [])).join();
  const moved = stayed !== after.flatMap(({ id }) => (known.has(id) ? [id] : [])).join();
  return [
    ...after.flatMap((one) => {
      const was = known.get(one.id);
      return was
        ? ruleChange(was, one)
        : [{ what: one.label, before: null, after: ruleWords(one) }];
    }),
    ...before
      .filter(({ id }) => !kept.has(id))
      .map((one) => ({ what: one.label, before: ruleWords(one), after: null })),
    ...(moved ? [{ what: "Order of the rules", before: "another", after: "as shown" }] : []),
  ];
}

/** What differs between the settings of two models, in words; empty where nothing does. */
export function settingsDifferences(
  was: ModelSettings,
  is: ModelSettings,
  locale: string,
): Difference[] {
  const percent = (share: number) => formatPercent(share, locale, 1);
  const trendOf = (what: string) => `Trend: ${what}`;
  return [
    ...changed("Weight of fit", percent(was.weights.fit), percent(is.weights.fit)),
    ...changed("Weight of intent", percent(was.weights.intent), percent(is.weights.intent)),
    ...changed("Weight of behavior", percent(was.weights.behavior), percent(is.weights.behavior)),
    ...changed("An MQL from", `${was.threshold}`, `${is.threshold}`),
    ...changed("A repetition earns", percent(was.repetition), percent(is.repetition)),
    ...changed("One visit within", `${was.visitMinutes} minutes`, `${is.visitMinutes} minutes`),
    ...changed(trendOf("window"), days(was.trend.windowDays), days(is.trend.windowDays)),
    ...changed(trendOf("dead band"), `${was.trend.deadBand}`, `${is.trend.deadBand}`),
    ...changed(trendOf("line"), days(was.trend.historyDays), days(is.trend.historyDays)),
    ...changed("Taken from the MAP", takenOf(was), takenOf(is)),
    ...curationDifferences(was.curation, is.curation),
    ...ruleChanges(was.rules, is.rules),
  ];
}
