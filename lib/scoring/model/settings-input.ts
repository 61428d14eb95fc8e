import { z } from "zod";
import { numberRefusal } from "@/lib/platform/typed-number";
import { curationInput } from "@/lib/trail/curation/curation-input";
import { TRAIL_WINDOW_DAYS } from "@/lib/trail/settings";
import { SCORE_PARTS } from "../score-entry";
import type { ActivityRule, ModelSettings } from "./model";
import { MOST_POINTS, nameInput, wordInput } from "./model-input";
import { SCORED_KIND_NAMES } from "./scored-kinds";

const MOST_RULES = 40;
/** The stored history is read back this far; see the ledger's queries. */
const MOST_HISTORY_DAYS = 35;

const whole = (least: number, most: number, message: string) =>
  z.number(message).int(message).min(least, message).max(most, message);

const points = whole(0, MOST_POINTS, `Give whole points from 0 to ${MOST_POINTS}.`);
const days = (most: number) => whole(1, most, `Give whole days from 1 to ${most}.`);
const share = z
  .number(numberRefusal("Give a percentage from 0 to 100."))
  .min(0, "Give a percentage from 0 to 100.")
  .max(1, "Give a percentage from 0 to 100.");

/** A segment of a path: 'pricing' fits '/pricing' and '/de/pricing/teams'. */
const segment = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[^\s/?#*]+$/, "Give one part of the path, without slashes, such as pricing.")
  .max(60, "This is too long: 60 characters at most.");
const listOf = <T extends z.ZodType>(one: T) => z.array(one).min(1, "Give at least one.").max(100);

const rule = z.strictObject({
  id: z.string().regex(/^[a-z0-9_-]{1,60}$/, "This rule has no proper id."),
  label: nameInput,
  group: z.enum(["intent", "behavior"], "Choose intent or behavior."),
  kinds: z.array(z.enum(SCORED_KIND_NAMES)).min(1, "Choose at least one kind of activity."),
  pages: listOf(segment).optional(),
  words: listOf(wordInput).optional(),
  asks: z.boolean().optional(),
  points,
  cap: points.optional(),
  halfLifeDays: days(365),
  windowDays: days(TRAIL_WINDOW_DAYS),
}) satisfies z.ZodType<ActivityRule>;

type Problem = { path: (string | number)[]; message: string };

/** Rules with a name or an id that an earlier one has. */
function repeated(rules: readonly ActivityRule[]): Problem[] {
  const seen = new Set<string>();
  return rules.flatMap(({ id, label }, index) => {
    const keys = [`id ${id}`, `label ${label.toLowerCase()}`];
    const known = keys.some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    const message = "Another rule has this name already.";
    return known ? [{ path: ["rules", index, "label"], message }] : [];
  });
}

function impossible(rules: readonly ActivityRule[]): Problem[] {
  return rules.flatMap(({ kinds, pages, points: each, cap }, index) => {
    const problems: Problem[] = [];
    if (pages && !kinds.includes("page_viewed")) {
      const message = "Only page views have a path. Choose that kind, or leave the pages empty.";
      problems.push({ path: ["rules", index, "pages"], message });
    }
    if (cap !== undefined && cap < each) {
      const message = "The most is less than one visit earns.";
      problems.push({ path: ["rules", index, "cap"], message });
    }
    return problems;
  });
}

function unbalanced({ weights, trend }: Pick<ModelSettings, "weights" | "trend">): Problem[] {
  const sum = Math.round((weights.fit + weights.intent + weights.behavior) * 1_000) / 10;
  const problems: Problem[] = [];
  if (sum !== 100) {
    const message = `The weights add up to ${sum}%. They have to make 100%.`;
    problems.push({ path: ["weights"], message });
  }
  if (trend.historyDays < trend.windowDays) {
    const message = "The line has to be at least as long as the window.";
    problems.push({ path: ["trend", "historyDays"], message });
  }
  return problems;
}

/** The part of a scoring model that is not the ICP (C4), with one clear error per field. */
export const settingsInput = z
  .strictObject({
    weights: z.strictObject({ fit: share, intent: share, behavior: share }),
    threshold: whole(1, 100, "Give a whole number from 1 to 100."),
    rules: z.array(rule).min(1, "A model has at least one rule.").max(MOST_RULES),
    repetition: share,
    visitMinutes: whole(1, 1_440, "Give whole minutes from 1 to 1440."),
    trend: z.strictObject({
      windowDays: days(28),
      deadBand: whole(1, 50, "Give whole points from 1 to 50."),
      historyDays: days(MOST_HISTORY_DAYS),
    }),
    curation: curationInput.optional(),
    taken: z.array(z.enum(SCORE_PARTS)).optional(),
  })
  .superRefine((settings, context) => {
    const { rules } = settings;
    const problems = [...repeated(rules), ...impossible(rules), ...unbalanced(settings)];
    for (const problem of problems) context.addIssue({ code: "custom", ...problem });
  }) satisfies z.ZodType<ModelSettings>;
export type SettingsInput = z.output<typeof settingsInput>;
