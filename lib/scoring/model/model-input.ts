import { z } from "zod";
import { reasonInput } from "@/lib/access/next-version";
import { isRegion } from "@/lib/intake/language-and-region/language-names";
import { numberRefusal } from "@/lib/platform/typed-number";
import type { Criterion, ScoringModel } from "./model";

/** The most that criteria can be worth together, since a sub-score ends there (C2.7). */
export const MOST_POINTS = 100;
const MOST_CRITERIA = 20;
const MOST_WORDS = 200;

const points = z
  .number("Give whole points, such as 25.")
  .int("Give whole points, such as 25.")
  .min(0, "Points are 0 or more.")
  .max(MOST_POINTS, `Points are ${MOST_POINTS} at most.`);
/** What somebody calls a criterion, a rule or a segment. */
export const nameInput = z
  .string()
  .trim()
  .min(1, "Give it a name.")
  .max(80, "This is too long: 80 characters at most.");
/** How many employees a company has, as the end of a range. */
export const headcountInput = z
  .number("Give a whole number, such as 200.")
  .int("Give a whole number, such as 200.")
  .min(1, "A company has at least one employee.")
  .max(10_000_000, "This is more than any company has.");
/** A word to be looked for; with an asterisk behind it, also as the beginning of one. */
export const wordInput = z
  .string()
  .trim()
  .regex(/[\p{L}\p{N}]/u, "A word needs a letter or a digit.")
  .regex(/^[^*]+\*?$/u, "An asterisk stands at the end of a word only.")
  .max(60, "A word is too long: 60 characters at most.");
const words = z
  .array(wordInput)
  .min(1, "Give at least one word.")
  .max(MOST_WORDS, `Give ${MOST_WORDS} words at most.`);
const country = z
  .string()
  .refine((code) => /^[A-Z]{2}$/.test(code) && isRegion(code), "One of these is no country.");

const common = {
  id: z.string().regex(/^[a-z0-9-]{1,60}$/, "This criterion has no proper id."),
  label: nameInput,
  missedLabel: nameInput,
  points,
  penalty: points,
};

const criterion = z.discriminatedUnion(
  "fact",
  [
    z.strictObject({
      ...common,
      fact: z.literal("employees"),
      atLeast: headcountInput,
      atMost: headcountInput,
    }),
    z.strictObject({
      ...common,
      fact: z.literal("revenue"),
      atLeastMillions: z
        .number(numberRefusal("Give millions, such as 20."))
        .positive("Give more than nothing.")
        .max(10_000_000, "This is more than any company earns."),
    }),
    z.strictObject({ ...common, fact: z.enum(["industry", "techStack", "jobTitle"]), words }),
    z.strictObject({
      ...common,
      fact: z.literal("region"),
      countries: z.array(country).min(1, "Give at least one country."),
    }),
  ],
  "Choose what it asks about.",
) satisfies z.ZodType<Criterion>;

const tierFrom = z
  .number("Give whole points, such as 75.")
  .int("Give whole points, such as 75.")
  .min(1, "A tier begins at 1 or more.")
  .max(MOST_POINTS, `A tier begins at ${MOST_POINTS} at most.`);

type Icp = Pick<ScoringModel, "criteria" | "tiers">;
type Problem = { path: (string | number)[]; message: string };

/** What only shows when a criterion is seen among the others. */
function repeated(criteria: readonly Criterion[]): Problem[] {
  const seen = new Set<string>();
  return criteria.flatMap(({ id, label: name }, index) => {
    const keys = [`id ${id}`, `label ${name.toLowerCase()}`];
    const known = keys.some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    const message = "Another criterion has this name already.";
    return known ? [{ path: ["criteria", index, "label"], message }] : [];
  });
}

function reversed(criteria: readonly Criterion[]): Problem[] {
  return criteria.flatMap((one, index) =>
    one.fact === "employees" && one.atLeast > one.atMost
      ? [{ path: ["criteria", index, "atMost"], message: "The most is less than the least." }]
      : [],
  );
}

/** The points there are, and the tiers they can reach. */
function unreachable({ criteria, tiers }: Icp): Problem[] {
  const sum = criteria.reduce((total, one) => total + one.points, 0);
  const problems: Problem[] = [];
  if (sum > MOST_POINTS) {
    const message = `The points add up to ${sum}. ${MOST_POINTS} is the most.`;
    problems.push({ path: ["criteria"], message });
  }
  if (tiers.one > sum) {
    const message = `No lead can reach this: the points add up to ${sum}.`;
    problems.push({ path: ["tiers", "one"], message });
  }
  if (tiers.two >= tiers.one) {
    const message = "Tier 2 begins below tier 1.";
    problems.push({ path: ["tiers", "two"], message });
  }
  return problems;
}

const icpShape = {
  criteria: z
    .array(criterion)
    .min(1, "An ideal customer profile has at least one criterion.")
    .max(MOST_CRITERIA, `There are ${MOST_CRITERIA} criteria at most.`),
  tiers: z.strictObject({ one: tierFrom, two: tierFrom }),
};

/** The part of a scoring model that is the ICP (C2.6, C2.7), with one clear error per field. */
export const icpInput = z.strictObject(icpShape).superRefine((icp, context) => {
  const problems = [...repeated(icp.criteria), ...reversed(icp.criteria), ...unreachable(icp)];
  for (const problem of problems) context.addIssue({ code: "custom", ...problem });
});
export type IcpInput = z.output<typeof icpInput>;

/** An ICP to be saved as the next version of the model. */
export const saveIcpInput = z.strictObject({
  icp: icpInput,
  /** The version it was made from, so that nobody's change is lost. */
  basedOn: z.number().int().positive(),
  reason: reasonInput,
});
