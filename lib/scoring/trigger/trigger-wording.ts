import type { Activity } from "@/lib/intake/activities/activity";
import { DAY, HOUR, MINUTE } from "@/lib/platform/durations";
import { topicOf } from "@/lib/trail/curation/topic";
import { comparedWith, pagePath } from "@/lib/trail/wording/page-path";
import { pageWords } from "@/lib/trail/wording/page-words";
import { act, pageName } from "@/lib/trail/wording/wording";
import type { ScoringModel } from "../model/model";
import { ruleFor } from "../rule-match";

const NUMBERS = "no a two three four five six seven eight nine ten eleven twelve".split(" ");
const ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");

const inWords = (count: number) => NUMBERS[count] ?? `${count}`;
const ENDINGS: Partial<Record<Intl.LDMLPluralRule, string>> = { one: "st", two: "nd", few: "rd" };
const ordinalOf = new Intl.PluralRules("en", { type: "ordinal" });
const ordinal = (nth: number) =>
  ORDINALS[nth - 1] ?? `${nth}${ENDINGS[ordinalOf.select(nth)] ?? "th"}`;
/** 'a second', 'an eighth', 'an 11th'. */
const withArticle = (nth: string) => `${/^(?:eighth|8|11th|18th)/.test(nth) ? "an" : "a"} ${nth}`;

/**
 * How long after, by elapsed time alone: a weekday or 'the day after' would depend on the
 * reader's zone, and would be wrong a week later.
 */
export function apart(milliseconds: number): string {
  if (milliseconds < 2 * MINUTE) return "right after";
  if (milliseconds < HOUR) return "within an hour of";
  if (milliseconds < 1.5 * HOUR) return "an hour after";
  if (milliseconds < 12 * HOUR) return "a few hours after";
  // From 12 to 18 hours it may be the same day or the next, so that neither is said.
  if (milliseconds < 18 * HOUR) return "within a day of";
  return `${span(milliseconds)} after`;
}

const span = (milliseconds: number) => daysInWords(Math.max(1, Math.round(milliseconds / DAY)));

/** Days in words: 'a day', 'three days', 'a week', 'two weeks', 'five months'. */
export function daysInWords(days: number): string {
  if (days === 1) return "a day";
  if (days === 7) return "a week";
  if (days < 14) return `${inWords(days)} days`;
  const weeks = Math.round(days / 7);
  return weeks < 9 ? `${inWords(weeks)} weeks` : `${inWords(Math.round(days / 30))} months`;
}

/** How many of the activities are about the same thing and of the same kind, itself included. */
function nth(activity: Activity, past: readonly Activity[]): number {
  const { key } = topicOf(activity);
  return 1 + past.filter((one) => one.kind === activity.kind && topicOf(one).key === key).length;
}

/** The main clause: 'Asked for the security pack', 'Read /pricing for the third time'. */
function actOf(activity: Activity, past: readonly Activity[]): string {
  const count = nth(activity, past);
  if (count < 2 || activity.kind === "chat") return act(activity);
  return `${act(activity)} for the ${ordinal(count)} time`;
}

type Page = Extract<Activity, { kind: "page_viewed" }>["details"];

/** A page as one speaks of it: 'pricing', 'the SAP integration', or by its title. */
function spoken(page: Page): string {
  const competitor = comparedWith(page.path);
  if (competitor) return `our comparison with ${competitor}`;
  const name = pageName(page);
  return name.startsWith("/") ? pageWords(pagePath(page.path)).look : name;
}

/** What came before as a noun phrase: 'a second look at pricing', 'attending ‘A’ again'. */
function nounOf(activity: Activity, past: readonly Activity[]): string {
  if (activity.kind === "chat") return "a chat on the site";
  const count = nth(activity, past);
  if (activity.kind === "page_viewed") {
    const look = count < 2 ? "a look" : `${withArticle(ordinal(count))} look`;
    return `${look} at ${spoken(activity.details)}`;
  }
  return gerund(act(activity)) + (count < 2 ? "" : " again");
}

const GERUNDS: Readonly<Record<string, string>> = {
  Downloaded: "downloading",
  Asked: "asking",
  Subscribed: "subscribing",
  Filled: "filling",
  Clicked: "clicking",
  Attended: "attending",
  Registered: "registering",
  Read: "reading",
  Looked: "looking",
};

function gerund(text: string): string {
  const [verb = "", ...rest] = text.split(" ");
  return [GERUNDS[verb] ?? verb.toLowerCase(), ...rest].join(" ");
}

/** The most telling thing before the trigger: what its rule is worth by then, another topic. */
function before(trigger: Activity, past: readonly Activity[], model: ScoringModel) {
  const { key } = topicOf(trigger);
  let best: { activity: Activity; worth: number } | null = null;
  for (const activity of past) {
    const rule = ruleFor(activity, model);
    if (!rule || topicOf(activity).key === key) continue;
    const age = trigger.occurredAt.getTime() - activity.occurredAt.getTime();
    if (age > rule.windowDays * DAY) continue;
    const worth = rule.points * 2 ** (-age / (rule.halfLifeDays * DAY));
    // Of two that are worth the same, the later one, which is nearer to the trigger.
    if (!best || worth >= best.worth) best = { activity, worth };
  }
  return best?.activity ?? null;
}

/** X.1: after a silence the return itself is the news. */
function returned(trigger: Activity, past: readonly Activity[], dormantDays: number): string {
  const last = past.at(-1);
  if (!last) return "";
  const silence = trigger.occurredAt.getTime() - last.occurredAt.getTime();
  return silence >= dormantDays * DAY ? `, back after ${span(silence)} of silence` : "";
}

/**
 * What a trigger's sentence is made of: what it was (`act`) and what came `before` it, as a noun
 * phrase with its instant (ISO 8601); after a silence, `returned` says so instead.
 */
export type TriggerParts = {
  act: string;
  before: { noun: string; at: string } | null;
  returned: string;
};

/**
 * The parts of the sentence; `past` are the activities before the trigger, in time order. A silence
 * is one of `dormantDays` or more.
 */
export function triggerParts(
  trigger: Activity,
  past: readonly Activity[],
  model: ScoringModel,
  dormantDays: number,
): TriggerParts {
  const act = actOf(trigger, past);
  const earlier = before(trigger, past, model);
  if (!earlier) return { act, before: null, returned: returned(trigger, past, dormantDays) };
  const noun = nounOf(earlier, past.slice(0, past.indexOf(earlier)));
  return { act, before: { noun, at: earlier.occurredAt.toISOString() }, returned: "" };
}

/** The sentence without a full stop, for whoever reads it wherever and whenever. */
export function triggerText({ act, before: earlier, returned: back }: TriggerParts, at: Date) {
  if (!earlier) return act + back;
  return `${act}, ${apart(at.getTime() - new Date(earlier.at).getTime())} ${earlier.noun}`;
}
