import { typedDecimal, typedWhole } from "@/lib/platform/typed-number";
import type { ScorePart } from "../score-entry";
import { type CurationDraft, curationDraft, draftedCuration } from "./curation-draft";
import type { ActivityRule, ModelSettings } from "./model";
import type { ScoredKind } from "./scored-kinds";
import { type SettingsInput, settingsInput } from "./settings-input";

/** A rule as its controls hold it: all text but for its choices. */
export type RuleDraft = {
  id: string;
  label: string;
  group: ActivityRule["group"];
  kinds: ScoredKind[];
  pages: string;
  words: string;
  asks: boolean;
  points: string;
  cap: string;
  halfLifeDays: string;
  windowDays: string;
};

/** The numbers of the model that belong to no rule; weights and the repetition in percent. */
export type ModelNumbers = {
  fit: string;
  intent: string;
  behavior: string;
  threshold: string;
  repetition: string;
  visitMinutes: string;
  windowDays: string;
  deadBand: string;
  historyDays: string;
};

/** A model being edited. */
export type SettingsDraft = {
  numbers: ModelNumbers;
  taken: ScorePart[];
  curation: CurationDraft;
  rules: RuleDraft[];
};

/** What is wrong, by the place of the control: 'rules.2.points', 'weights', 'trend.deadBand'. */
export type SettingsErrors = Readonly<Record<string, string>>;

const percent = (share: number) => `${Math.round(share * 1_000) / 10}`;

function ruleDraft(rule: ActivityRule): RuleDraft {
  const { id, label, group, kinds, pages, words, asks, points, cap } = rule;
  return {
    id,
    label,
    group,
    kinds: [...kinds],
    pages: pages?.join(", ") ?? "",
    words: words?.join(", ") ?? "",
    asks: asks ?? false,
    points: `${points}`,
    cap: `${cap ?? ""}`,
    halfLifeDays: `${rule.halfLifeDays}`,
    windowDays: `${rule.windowDays}`,
  };
}

/** The controls' contents for a model. */
export function settingsDraft(settings: ModelSettings): SettingsDraft {
  const { weights, threshold, repetition, visitMinutes, trend, rules } = settings;
  const numbers = {
    fit: percent(weights.fit),
    intent: percent(weights.intent),
    behavior: percent(weights.behavior),
    threshold: `${threshold}`,
    repetition: percent(repetition),
    visitMinutes: `${visitMinutes}`,
    windowDays: `${trend.windowDays}`,
    deadBand: `${trend.deadBand}`,
    historyDays: `${trend.historyDays}`,
  };
  const taken = [...(settings.taken ?? [])];
  const curation = curationDraft(settings.curation);
  return { numbers, taken, curation, rules: rules.map(ruleDraft) };
}

/** A percentage as typed, as a ratio; what is no number stays, for the schema to refuse. */
function shareOf(text: string): number | string {
  const percentage = typedDecimal(text);
  return typeof percentage === "string" ? percentage : Math.round(percentage * 10) / 1_000;
}

function list(text: string): { list?: string[] } {
  const entries = text.split(/[,;\n]/).map((one) => one.trim().replace(/^\/+|\/+$/g, ""));
  const given = [...new Set(entries.filter((one) => one !== ""))];
  return given.length > 0 ? { list: given } : {};
}

/** What is left empty is left out, so that a draft compares with the model it was made of. */
function ruleOf(draft: RuleDraft): object {
  const { id, label, group, kinds, points, cap, halfLifeDays, windowDays } = draft;
  const [pages, words] = [list(draft.pages).list, list(draft.words).list];
  return {
    id,
    label,
    group,
    kinds,
    ...(pages ? { pages } : {}),
    ...(words ? { words } : {}),
    ...(draft.asks ? { asks: true } : {}),
    points: typedWhole(points),
    ...(cap.trim() === "" ? {} : { cap: typedWhole(cap) }),
    halfLifeDays: typedWhole(halfLifeDays),
    windowDays: typedWhole(windowDays),
  };
}

/** What was typed as the settings of a model, or what is wrong with it, one error a control. */
export function draftedSettings({
  numbers,
  taken,
  curation: weights,
  rules,
}: SettingsDraft): { settings: SettingsInput } | { errors: SettingsErrors } {
  const { fit, intent, behavior } = numbers;
  const curation = draftedCuration(weights);
  const parsed = settingsInput.safeParse({
    weights: { fit: shareOf(fit), intent: shareOf(intent), behavior: shareOf(behavior) },
    threshold: typedWhole(numbers.threshold),
    rules: rules.map(ruleOf),
    repetition: shareOf(numbers.repetition),
    visitMinutes: typedWhole(numbers.visitMinutes),
    trend: {
      windowDays: typedWhole(numbers.windowDays),
      deadBand: typedWhole(numbers.deadBand),
      historyDays: typedWhole(numbers.historyDays),
    },
    ...(taken.length > 0 ? { taken } : {}),
    ...(curation ? { curation } : {}),
  });
  if (parsed.success) return { settings: parsed.data };
  const errors: Record<string, string> = {};
  for (const { path, message } of parsed.error.issues) {
    // A wrong word of a list is the list's fault: it has one control.
    errors[path.slice(0, 3).join(".")] ??= message;
  }
  return { errors };
}

/** One more rule, at the top, with an id that none has. */
export function withRule(draft: SettingsDraft): SettingsDraft {
  const taken = new Set(draft.rules.map(({ id }) => id));
  let next = draft.rules.length + 1;
  while (taken.has(`rule-${next}`)) next += 1;
  const numbers = { points: "", cap: "", halfLifeDays: "14", windowDays: "30" };
  const fresh: RuleDraft = {
    id: `rule-${next}`,
    label: "",
    group: "intent",
    kinds: ["page_viewed"],
    pages: "",
    words: "",
    asks: false,
    ...numbers,
  };
  // First, since an activity counts for the first rule it meets.
  return { ...draft, rules: [fresh, ...draft.rules] };
}

/** The draft with a rule moved by so many places, where there is room. */
export function withRuleMoved(draft: SettingsDraft, index: number, by: 1 | -1): SettingsDraft {
  const rules = [...draft.rules];
  const [one] = rules.splice(index, 1);
  if (!one || index + by < 0 || index + by > rules.length) return draft;
  rules.splice(index + by, 0, one);
  return { ...draft, rules };
}
