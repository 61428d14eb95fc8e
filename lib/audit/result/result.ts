import {
  CATEGORIES,
  type CategoryKey,
  type Completeness,
  type FieldId,
  fieldDefinition,
} from "@/lib/standard/categories";
import { VERDICTS, type Verdict } from "@/lib/standard/field";
import { type Standard, targetOf } from "@/lib/standard/standard";
import { type Rate, rateOf } from "@/lib/statistics/rate";
import type { Judgement } from "../judging/judgement";

/** A lead of a sample as one auditor judged it, beside the machine's verdicts and what it missed. */
export type Judged = {
  machine: Completeness;
  missing: readonly FieldId[];
  said: Readonly<Record<CategoryKey, Judgement>>;
};

/** The verdicts of all handoffs of a window, which need no sample. */
export type WindowCounts = Record<CategoryKey, Record<Verdict, number>>;

/** One category of a sample beside all of its window. Shares are of the leads that were judged. */
export type CategoryResult = {
  key: CategoryKey;
  label: string;
  counts: Record<Verdict, number>;
  rates: Record<Verdict, Rate | null>;
  /** What the machine says of the same leads. */
  machine: Rate | null;
  /** What the machine says of all handoffs of the window; no interval, since it is all of them. */
  window: { complete: number; of: number } | null;
  /** The article's 90%, for the categories that gate (A.3). */
  target: number | null;
};

/** The shares of each category in a sample with their intervals, beside the whole window (A.3). */
export function categoryResults(
  judged: readonly Judged[],
  window: WindowCounts | null,
  standard: Pick<Standard, "gates">,
): CategoryResult[] {
  return CATEGORIES.map(({ key, label }) => {
    const count = (verdict: Verdict, of: (one: Judged) => Verdict) =>
      judged.filter((one) => of(one) === verdict).length;
    const said = (verdict: Verdict) => count(verdict, (one) => one.said[key].verdict);
    const all = window?.[key];
    const rates = VERDICTS.map((verdict) => [verdict, rateOf(said(verdict), judged.length)]);
    return {
      key,
      label,
      counts: { complete: said("complete"), partial: said("partial"), absent: said("absent") },
      rates: Object.fromEntries(rates) as CategoryResult["rates"],
      machine: rateOf(
        count("complete", (one) => one.machine[key]),
        judged.length,
      ),
      window: all ? { complete: all.complete, of: all.complete + all.partial + all.absent } : null,
      target: targetOf(key, standard),
    };
  });
}

/** How often a field was what was missing, by the auditor's word, and its share of the leads. */
export type FieldResult = { fieldId: FieldId; label: string; category: string; rate: Rate };

/** What one lead lacked as its auditor sees it: what they named, and the machine's where they agree. */
function lacking({ missing, said }: Judged): FieldId[] {
  return CATEGORIES.flatMap(({ key, id }) => {
    const { verdict, fieldIds } = said[key];
    if (verdict === "complete") return [];
    const machine = missing.filter((field) => field.startsWith(`${id}.`));
    return [...new Set([...machine, ...fieldIds])];
  });
}

/** By field, what was missing most (A.3). */
export function fieldResults(judged: readonly Judged[]): FieldResult[] {
  const counts = new Map<FieldId, number>();
  for (const field of judged.flatMap(lacking)) counts.set(field, (counts.get(field) ?? 0) + 1);
  return [...counts]
    .flatMap(([fieldId, count]) => {
      const rate = rateOf(count, judged.length);
      const category = CATEGORIES.find(({ id }) => fieldId.startsWith(`${id}.`))?.label ?? "";
      return rate ? [{ fieldId, label: fieldDefinition(fieldId).label, category, rate }] : [];
    })
    .toSorted((a, b) => b.rate.complete - a.rate.complete || (a.fieldId < b.fieldId ? -1 : 1));
}
