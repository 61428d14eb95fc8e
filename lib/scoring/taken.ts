import type { ScoringModel } from "./model/model";
import { clamped } from "./replay";
import { type Score, UNSCORED } from "./score";
import { SCORE_GROUPS, SCORE_PARTS, type ScoreEntry, type ScorePart } from "./score-entry";

/** A number of a lead's score as a marketing automation platform has it; `at` is ISO 8601. */
export type MapScore = { part: ScorePart; value: number; provider: string; at: string };

/** What was taken, with what the model says instead. */
export type TakenParts = Partial<Record<ScorePart, MapScore & { model: number }>>;

/** The rule of the ledger's row that says so. */
const MAP_RULE = "map";

/** 'Marketo: total 72 in place of 58, fit 60 in place of 50' */
function takenWords(taken: TakenParts): string {
  const given = SCORE_PARTS.flatMap((part) => taken[part] ?? []);
  const parts = given.map(({ part, value, model }) => `${part} ${value} in place of ${model}`);
  const [provider = "The MAP", ...others] = new Set(given.map(({ provider }) => provider));
  return `${[provider, ...others].join(" and ")}: ${parts.join(", ")}`;
}

function partsTaken(scored: Score, given: readonly MapScore[], model: ScoringModel): TakenParts {
  const wanted = given.filter(({ part }) => model.taken?.includes(part));
  return Object.fromEntries(wanted.map((one) => [one.part, { ...one, model: scored[one.part] }]));
}

/**
 * The score with those numbers that the model's settings take from the MAP (C4), where the MAP has
 * said them. A total that is not taken is the weighted sum of what then stands. The model's rows
 * stay as they are; one more row makes up the difference, so that they still add up.
 */
export function withTaken(
  scored: Score | null,
  given: readonly MapScore[],
  model: ScoringModel,
): { score: Score | null; taken: TakenParts } {
  const base = scored ?? UNSCORED;
  const taken = partsTaken(base, given, model);
  if (Object.keys(taken).length === 0) return { score: scored, taken };
  const { fit = base.fit, intent = base.intent, behavior = base.behavior } = values(taken);
  const groups = { fit, intent, behavior };
  const ofGroups = SCORE_GROUPS.some((group) => taken[group]);
  const sum = SCORE_GROUPS.reduce((all, group) => all + model.weights[group] * groups[group], 0);
  const total = taken.total?.value ?? (ofGroups ? clamped(sum) : base.total);
  const points = total - base.total;
  const row: ScoreEntry = {
    rule: MAP_RULE,
    label: takenWords(taken),
    group: "map",
    points,
    activityIds: [],
  };
  const entries = points === 0 ? base.entries : [row, ...base.entries];
  return { score: { total, ...groups, entries }, taken };
}

const values = (taken: TakenParts): Partial<Record<ScorePart, number>> =>
  Object.fromEntries(Object.entries(taken).map(([part, { value }]) => [part, value]));

/** The system that the total owes its number to, or null where the model would say the same. */
export function totalFrom(taken: TakenParts, total: number, modelTotal: number): string | null {
  if (total === modelTotal) return null;
  return SCORE_PARTS.flatMap((part) => taken[part] ?? [])[0]?.provider ?? null;
}
