import { languageAndRegion } from "@/lib/intake/language-and-region/locale";
import { decimalText, typedDecimal, typedWhole } from "@/lib/platform/typed-number";
import type { Criterion, ScoringModel } from "../model/model";
import { type IcpInput, icpInput } from "../model/model-input";
import type { Fact } from "./criterion-words";

/** A criterion as its controls hold it: all text. `least` is millions where it asks for revenue. */
export type CriterionDraft = {
  id: string;
  label: string;
  missedLabel: string;
  fact: Fact;
  least: string;
  most: string;
  words: string;
  points: string;
  penalty: string;
};

/** An ICP being edited; `one` and `two` are where tiers 1 and 2 begin. */
export type IcpDraft = { criteria: CriterionDraft[]; one: string; two: string };

/** What is wrong, by the place of the control: 'criteria.2.points', 'tiers.one'. */
export type IcpErrors = Readonly<Record<string, string>>;

const NOTHING = { least: "", most: "", words: "" };

function asked(criterion: Criterion): typeof NOTHING {
  switch (criterion.fact) {
    case "employees":
      return { ...NOTHING, least: `${criterion.atLeast}`, most: `${criterion.atMost}` };
    case "revenue":
      return { ...NOTHING, least: decimalText(criterion.atLeastMillions) };
    case "region":
      return { ...NOTHING, words: criterion.countries.join(", ") };
    default:
      return { ...NOTHING, words: criterion.words.join(", ") };
  }
}

/** The controls' contents for a model. */
export function icpDraft({ criteria, tiers }: Pick<ScoringModel, "criteria" | "tiers">): IcpDraft {
  const drafts = criteria.map((criterion) => {
    const { id, label, missedLabel, fact, points, penalty } = criterion;
    const amounts = { points: `${points}`, penalty: `${penalty}` };
    return { id, label, missedLabel, fact, ...asked(criterion), ...amounts };
  });
  return { criteria: drafts, one: `${tiers.one}`, two: `${tiers.two}` };
}

const words = (text: string) =>
  text
    .split(/[,;\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== "");

/** 'Norway' and 'no' are both NO; what is no country stays, for the schema to refuse. */
const country = (text: string) => languageAndRegion(undefined, text)?.region ?? text.toUpperCase();

function testOf({ fact, least, most, words: typed }: CriterionDraft): object {
  switch (fact) {
    case "employees":
      return { fact, atLeast: typedWhole(least), atMost: typedWhole(most) };
    case "revenue":
      return { fact, atLeastMillions: typedDecimal(least) };
    case "region":
      return { fact, countries: [...new Set(words(typed).map(country))] };
    default:
      return { fact, words: [...new Set(words(typed))] };
  }
}

function criterionOf(draft: CriterionDraft): object {
  const { id, label, missedLabel, points, penalty } = draft;
  const amounts = { points: typedWhole(points), penalty: typedWhole(penalty || "0") };
  return {
    id,
    label,
    missedLabel: missedLabel || `Missed: ${label}`,
    ...testOf(draft),
    ...amounts,
  };
}

/** What was typed as an ICP, or what is wrong with it, one error a control. */
export function draftedIcp(draft: IcpDraft): { icp: IcpInput } | { errors: IcpErrors } {
  const parsed = icpInput.safeParse({
    criteria: draft.criteria.map(criterionOf),
    tiers: { one: typedWhole(draft.one), two: typedWhole(draft.two) },
  });
  if (parsed.success) return { icp: parsed.data };
  const errors: Record<string, string> = {};
  for (const { path, message } of parsed.error.issues) {
    // A wrong word of a list is the list's fault: it has one control.
    errors[path.slice(0, 3).join(".")] ??= message;
  }
  return { errors };
}

/** The points of all criteria together, as far as they are numbers. */
export function pointsOfDraft({ criteria }: IcpDraft): number {
  return criteria.reduce((sum, { points }) => sum + (typedWhole(points) || 0), 0);
}

/** One more criterion, at the end, with an id that none has. */
export function withCriterion(draft: IcpDraft): IcpDraft {
  const taken = new Set(draft.criteria.map(({ id }) => id));
  let next = draft.criteria.length + 1;
  while (taken.has(`criterion-${next}`)) next += 1;
  const blank = { label: "", missedLabel: "", ...NOTHING, points: "", penalty: "0" };
  const fresh: CriterionDraft = { id: `criterion-${next}`, fact: "industry", ...blank };
  return { ...draft, criteria: [...draft.criteria, fresh] };
}

/** The draft with a criterion moved by so many places, where there is room. */
export function withMoved(draft: IcpDraft, index: number, by: 1 | -1): IcpDraft {
  const criteria = [...draft.criteria];
  const [one] = criteria.splice(index, 1);
  if (!one || index + by < 0 || index + by > criteria.length) return draft;
  criteria.splice(index + by, 0, one);
  return { ...draft, criteria };
}
