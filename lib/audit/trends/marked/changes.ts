import { type Period, placeOf } from "../period";

/** Something that happened and may explain a change of the rates. */
export type Change = { at: Date; words: string };

/** A period in which something happened, with the letter that marks it. */
export type MarkedChange = { mark: string; place: number; changes: Change[] };

/** Changes by the period that they fell into, marked A, B, C; after Z comes A1. */
export function markedChanges(
  changes: readonly Change[],
  periods: readonly Period[],
): MarkedChange[] {
  const byPlace = Map.groupBy(changes, ({ at }) => placeOf(at, periods));
  byPlace.delete(-1);
  return [...byPlace]
    .toSorted(([one], [other]) => one - other)
    .map(([place, of], order) => ({
      mark: `${String.fromCharCode(65 + (order % 26))}${Math.floor(order / 26) || ""}`,
      place,
      changes: of.toSorted((one, other) => one.at.getTime() - other.at.getTime()),
    }));
}
