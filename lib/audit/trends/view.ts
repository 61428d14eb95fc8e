import { keysOf } from "@/lib/platform/keys-of";
import { oneOf, type SearchParams } from "@/lib/platform/search-params";
import { CATEGORIES, CATEGORY_KEYS } from "@/lib/standard/categories";
import { DIMENSION_NAMES, type Dimension } from "./dimension";
import { categoryOf, type Measure, measureOf } from "./measure";
import { PERIODS, type Per } from "./period";

/**
 * One view of the trends, as its address says it, so that a colleague sees the same. `of` is one
 * rep, campaign and so on; null for each of them, a line of its own. `until` is the last day.
 */
export type TrendView = {
  per: Per;
  by: Dimension;
  of: string | null;
  /** Null: the five categories. */
  show: Measure | null;
  until: string | null;
};

/** As many reps, campaigns and so on have a line each, the largest. */
export const MOST_LINES = 8;

/** A day that exists, or null. */
export function dayIn(text: unknown): string | null {
  if (typeof text !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const at = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text ? null : text;
}

/** '-' in an address: where it is not known. */
const NOT_KNOWN = "-";

/** What an address asks for; whatever it does not say well is left at its default. */
export function parseTrendView(params: SearchParams): TrendView {
  const by = oneOf(DIMENSION_NAMES, params.by) ?? "all";
  const of = typeof params.of === "string" && by !== "all" ? params.of : null;
  const show = typeof params.show === "string" ? measureOf(params.show) : null;
  return {
    per: oneOf(keysOf(PERIODS), params.per) ?? "week",
    by,
    of: of === NOT_KNOWN ? "" : of,
    // Each rep's five categories would be a thicket: there it is all five in one.
    show: show ?? (by !== "all" && of === null ? "warm" : null),
    until: dayIn(params.until),
  };
}

/** The parameters of a view, without those that are as they would be anyway. */
export function trendQuery({ per, by, of, show, until }: TrendView) {
  return {
    per: per === "week" ? null : per,
    by: by === "all" ? null : by,
    of: of === "" ? NOT_KNOWN : of,
    show: show === "warm" && by !== "all" && of === null ? null : show,
    until,
  };
}

/** True where each rep, campaign and so on has a line of its own. */
export const isEach = ({ by, of }: TrendView): boolean => by !== "all" && of === null;

/** What a view counts: the categories, a category with its fields, or one thing. */
export function measuresOf(view: TrendView): Measure[] {
  const { show } = view;
  if (show === null) return CATEGORY_KEYS;
  const category = CATEGORIES.find(({ key }) => key === show);
  if (!category || isEach(view)) return [show];
  return [show, ...category.fields.map(({ id }) => id)];
}

/** The category whose fields can be chosen from, where the view is of one. */
export const shownCategory = ({ show }: TrendView) => show && categoryOf(show);
