import { CATEGORIES, type CategoryKey, FIELDS, type FieldId } from "../categories";
import type { Requirement, Standard } from "../standard";

/** What a version says, without its number and its date. */
export type StandardTerms = Pick<Standard, "gates" | "requirements" | "graceMinutes">;

/** One thing that two versions say differently, in words: 'Direct phone: required → recommended'. */
export type Difference = {
  text: string;
  category: CategoryKey;
  /** Null where a category as a whole began or ceased to hold leads. */
  field: FieldId | null;
  part: keyof Requirement | "gate" | "grace";
};

const PARTS = ["level", "trust", "owner", "source"] as const satisfies (keyof Requirement)[];

function changeOf(part: keyof Requirement, before: string, after: string): string {
  if (part === "owner") return `owner ${before} → ${after}`;
  return part === "source" ? `from ${before} → from ${after}` : `${before} → ${after}`;
}

function gateDifferences(before: StandardTerms, after: StandardTerms): Difference[] {
  return CATEGORIES.flatMap(({ key, label }) => {
    const now = after.gates.includes(key);
    if (before.gates.includes(key) === now) return [];
    const text = now ? `${label} now holds leads` : `${label} no longer holds leads`;
    return [{ text, category: key, field: null, part: "gate" } as const];
  });
}

/** 'none' or '10 minutes'. */
const graceWords = (minutes: number) =>
  minutes === 0 ? "none" : minutes === 1 ? "1 minute" : `${minutes} minutes`;

function graceDifferences(before: StandardTerms, after: StandardTerms): Difference[] {
  if (before.graceMinutes === after.graceMinutes) return [];
  const [old, now] = [graceWords(before.graceMinutes), graceWords(after.graceMinutes)];
  const text = `Grace time for the summary: ${old} → ${now}`;
  return [{ text, category: "behavioralTrail", field: null, part: "grace" }];
}

/** Everything in which `after` differs from `before`, gates first, then in the checklist's order. */
export function differences(before: StandardTerms, after: StandardTerms): Difference[] {
  const fields = CATEGORIES.flatMap(({ key, fields: own }) =>
    own.flatMap(({ id, label }) =>
      PARTS.flatMap((part): Difference[] => {
        const [old, now] = [before.requirements[id][part], after.requirements[id][part]];
        if (old === now) return [];
        const text = `${label}: ${changeOf(part, old, now)}`;
        return [{ text, category: key, field: id, part }];
      }),
    ),
  );
  return [...gateDifferences(before, after), ...graceDifferences(before, after), ...fields];
}

/**
 * What two writings say differently from the common one they began with, and of the same thing:
 * the fields and gates that both changed, each to something else.
 */
export function contested(base: StandardTerms, mine: StandardTerms, theirs: StandardTerms) {
  const ofMine = differences(base, mine);
  const ofTheirs = differences(base, theirs);
  return differences(theirs, mine).filter((one) =>
    [ofMine, ofTheirs].every((changes) => changes.some((change) => samePlace(change, one))),
  );
}

const samePlace = (one: Difference, other: Difference) =>
  one.category === other.category && one.field === other.field && one.part === other.part;

/** `theirs` with everything that `mine` changed of `base` written over it. */
export function writtenOver(
  base: StandardTerms,
  mine: StandardTerms,
  theirs: StandardTerms,
): StandardTerms {
  const changed = differences(base, mine);
  const gates = CATEGORIES.map(({ key }) => key).filter((key) => {
    const own = changed.some(({ category, part }) => category === key && part === "gate");
    return (own ? mine : theirs).gates.includes(key);
  });
  const requirements = Object.fromEntries(
    FIELDS.map(({ id }) => {
      const own = changed.filter(({ field }) => field === id).map(({ part }) => part);
      const kept = Object.entries(mine.requirements[id]).filter(([part]) =>
        own.includes(part as keyof Requirement),
      );
      return [id, { ...theirs.requirements[id], ...Object.fromEntries(kept) }];
    }),
  ) as Record<FieldId, Requirement>;
  const grace = changed.some(({ part }) => part === "grace");
  return { gates, requirements, graceMinutes: (grace ? mine : theirs).graceMinutes };
}
