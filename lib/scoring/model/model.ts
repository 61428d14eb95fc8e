import type { CurationWeights } from "@/lib/trail/curation/curation-weights";
import type { ScorePart } from "../score-entry";
import type { ScoredKind } from "./scored-kinds";

/** How a fact of the company answers a criterion of the ICP. Words as in `lib/scoring/words.ts`. */
type CriterionTest =
  | { fact: "employees"; atLeast: number; atMost: number }
  | { fact: "revenue"; atLeastMillions: number }
  | { fact: "industry" | "techStack" | "jobTitle"; words: readonly string[] }
  | { fact: "region"; countries: readonly string[] };

/** One criterion of the ideal customer profile, in points of fit. */
export type Criterion = CriterionTest & {
  id: string;
  /** What it asks for, such as 'Direct sales in region'. */
  label: string;
  /** What the ledger says where it is missed and costs points. */
  missedLabel: string;
  points: number;
  /** Points of fit that a miss takes away; 0 where a miss merely earns nothing. */
  penalty: number;
};

/** What earns points of intent or behavior. An activity counts for the first rule it meets. */
export type ActivityRule = {
  id: string;
  label: string;
  group: "intent" | "behavior";
  kinds: readonly ScoredKind[];
  /** Only pages with one of these segments in their path. */
  pages?: readonly string[] | undefined;
  /** Only activities whose title, subject or form has one of these words. */
  words?: readonly string[] | undefined;
  /** Only activities that ask us for something, in whatever language; or that have the words. */
  asks?: boolean | undefined;
  /** Points of its group for a first visit; each repetition earns less. */
  points: number;
  /** The most that all its visits earn together; without it, repetition alone sets the limit. */
  cap?: number | undefined;
  /** After this many days a visit earns half. */
  halfLifeDays: number;
  /** After this many days it earns nothing: the trail's windows (C3.1, X.1). */
  windowDays: number;
};

/** A version of the scoring model. Groups are 0 to 100 each; the total is their weighted sum. */
export type ScoringModel = {
  version: number;
  weights: { fit: number; intent: number; behavior: number };
  /** The total from which a lead is an MQL. */
  threshold: number;
  /** The fit score from which a company is tier 1, and tier 2; below is tier 3. */
  tiers: { one: number; two: number };
  criteria: readonly Criterion[];
  rules: readonly ActivityRule[];
  /** Each repetition earns this share of the one before. */
  repetition: number;
  /** Activities of one thing that lie no further apart are one visit, in minutes. */
  visitMinutes: number;
  /** C4.5: a change smaller than the dead band over the window is 'stable'. */
  trend: { windowDays: number; deadBand: number; historyDays: number };
  /** The numbers that are taken from the MAP where it has said them; none where left out. */
  taken?: readonly ScorePart[] | undefined;
  /** What makes a touchpoint significant (C3.8), where it is not as it comes with Baton. */
  curation?: CurationWeights | undefined;
};

/** What of a model is not the ICP, which has a page of its own. */
export type ModelSettings = Omit<ScoringModel, "version" | "criteria" | "tiers">;

/** The part of a model that the model page edits. */
export function modelSettings(model: ScoringModel): ModelSettings {
  const { version: _, criteria: _criteria, tiers: _tiers, ...settings } = model;
  return settings;
}
