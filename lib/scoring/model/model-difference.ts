import { askedFor, FACTS } from "../icp/criterion-words";
import type { Criterion, ScoringModel } from "./model";

type Icp = Pick<ScoringModel, "criteria" | "tiers">;

/** One thing that differs between two versions; null where one of them has no such thing. */
export type Difference = { what: string; before: string | null; after: string | null };

/** The words that only one of two lists has: '+ odoo, − sap'; long lists need no more. */
function listChange(before: readonly string[], after: readonly string[]): string {
  const gone = before.filter((one) => !after.includes(one));
  const came = after.filter((one) => !before.includes(one));
  const parts = [
    came.length > 0 && `with ${came.join(", ")}`,
    gone.length > 0 && `without ${gone.join(", ")}`,
  ];
  return parts.filter(Boolean).join("; ") || "in another order";
}

const listOf = (criterion: Criterion): readonly string[] | null =>
  "words" in criterion ? criterion.words : criterion.fact === "region" ? criterion.countries : null;

function testChange(before: Criterion, after: Criterion, locale: string): Difference[] {
  const what = `${after.label}: ${FACTS[after.fact].toLowerCase()}`;
  const [was, is] = [listOf(before), listOf(after)];
  if (was && is && before.fact === after.fact) {
    if (was.join() === is.join()) return [];
    const count = (list: readonly string[]) => `${list.length} of them`;
    return [{ what, before: count(was), after: `${count(is)}, ${listChange(was, is)}` }];
  }
  const words = (one: Criterion) => `${FACTS[one.fact].toLowerCase()} ${askedFor(one, locale)}`;
  if (words(before) === words(after)) return [];
  return [{ what: after.label, before: words(before), after: words(after) }];
}

function changed(what: string, before: string | number, after: string | number): Difference[] {
  return before === after ? [] : [{ what, before: `${before}`, after: `${after}` }];
}

function criterionChange(before: Criterion, after: Criterion, locale: string): Difference[] {
  return [
    ...changed("Name of a criterion", before.label, after.label),
    ...testChange(before, after, locale),
    ...changed(`${after.label}: points`, before.points, after.points),
    ...changed(`${after.label}: points lost where missed`, before.penalty, after.penalty),
    ...changed(`${after.label}: words where missed`, before.missedLabel, after.missedLabel),
  ];
}

const whole = (one: Criterion, locale: string) =>
  `${FACTS[one.fact].toLowerCase()} ${askedFor(one, locale)}, ${one.points} points`;

/** What differs between the ICPs of two versions, in words; empty where nothing does. */
export function icpDifferences(before: Icp, after: Icp, locale: string): Difference[] {
  const known = new Map(before.criteria.map((one) => [one.id, one]));
  const kept = new Set(after.criteria.map(({ id }) => id));
  const stayed = (icp: Icp, other: (id: string) => boolean) =>
    icp.criteria.flatMap(({ id }) => (other(id) ? [id] : [])).join();
  const moved = stayed(before, (id) => kept.has(id)) !== stayed(after, (id) => known.has(id));
  return [
    ...changed("Tier 1 from", before.tiers.one, after.tiers.one),
    ...changed("Tier 2 from", before.tiers.two, after.tiers.two),
    ...after.criteria.flatMap((one) => {
      const was = known.get(one.id);
      if (was) return criterionChange(was, one, locale);
      return [{ what: one.label, before: null, after: whole(one, locale) }];
    }),
    ...before.criteria
      .filter(({ id }) => !kept.has(id))
      .map((one) => ({ what: one.label, before: whole(one, locale), after: null })),
    ...(moved ? [{ what: "Order of the criteria", before: "another", after: "as shown" }] : []),
  ];
}
