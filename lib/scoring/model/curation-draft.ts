import { keysOf } from "@/lib/platform/keys-of";
import { decimalText, typedDecimal } from "@/lib/platform/typed-number";
import {
  type CurationWeights,
  DEFAULT_CURATION_WEIGHTS,
} from "@/lib/trail/curation/curation-weights";

/** The controls of the curation's weights, by their place in it, as people call them. */
export const CURATION_CONTROLS = {
  "signal.form_submitted": "A form",
  request: "A form that asks for something",
  "signal.chat": "A chat",
  "signal.event_attended": "An event attended",
  "signal.event_registered": "An event registered for",
  "signal.competitor_content": "Competitor content",
  "signal.content_downloaded": "A document",
  "signal.email_clicked": "An email clicked",
  "signal.page_viewed": "A page",
  highIntentPage: "A pricing, integration or security page",
  comparisonPage: "A comparison with a competitor",
  "signal.remark": "A marketer’s remark",
  halfLifeDays: "Half as telling after, days",
  doubling: "Each doubling adds, share",
  countedUpTo: "Counted up to, times",
  dwell: "Each doubling of minutes adds, share",
  minutesUpTo: "Counted up to, minutes",
  sameFamily: "Another of the same family, share",
  mostOfFamily: "Most of one family",
  floor: "From the fourth on, share of the best",
} as const;
export type CurationKey = keyof typeof CURATION_CONTROLS;
export const CURATION_KEYS = keysOf(CURATION_CONTROLS);

/** The weights as their controls hold them. */
export type CurationDraft = Record<CurationKey, string>;

const SIGNAL = "signal.";

function weightOf(weights: CurationWeights, key: CurationKey): number {
  return key.startsWith(SIGNAL)
    ? weights.signal[key.slice(SIGNAL.length) as keyof CurationWeights["signal"]]
    : weights[key as Exclude<keyof CurationWeights, "signal">];
}

/** The controls' contents for weights; those that come with Baton where a model has none. */
export function curationDraft(weights: CurationWeights = DEFAULT_CURATION_WEIGHTS): CurationDraft {
  const texts = CURATION_KEYS.map((key) => [key, decimalText(weightOf(weights, key))]);
  return Object.fromEntries(texts) as CurationDraft;
}

/** What was typed, for the schema to judge; null where it is what comes with Baton. */
export function draftedCuration(typed: CurationDraft) {
  const standard = curationDraft();
  if (CURATION_KEYS.every((key) => typed[key] === standard[key])) return null;
  const given = CURATION_KEYS.map((key) => [key, typedDecimal(typed[key])] as const);
  const signals = given.filter(([key]) => key.startsWith(SIGNAL));
  const others = given.filter(([key]) => !key.startsWith(SIGNAL));
  const named = signals.map(([key, value]) => [key.slice(SIGNAL.length), value]);
  const signal = { ...DEFAULT_CURATION_WEIGHTS.signal, ...Object.fromEntries(named) };
  return { ...Object.fromEntries(others), signal };
}

/** Each weight that differs, with what it was and is. */
export function curationDifferences(before?: CurationWeights, after?: CurationWeights) {
  const [was, is] = [curationDraft(before), curationDraft(after)];
  return CURATION_KEYS.filter((key) => was[key] !== is[key]).map((key) => ({
    what: `Trail: ${CURATION_CONTROLS[key].toLowerCase()}`,
    before: was[key],
    after: is[key],
  }));
}
