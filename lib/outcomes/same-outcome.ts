import type { Json } from "@/lib/standard/field";

/** A won deal as it is kept: when, and whatever else the sender said of it. */
export type RecordedOutcome = { wonAt: Date; detail: { [key: string]: Json } };

/** True where a deal says what is known already; the order of what it says does not matter. */
export function sameOutcome(one: RecordedOutcome, other: RecordedOutcome): boolean {
  const said = ({ detail }: RecordedOutcome) =>
    JSON.stringify(Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : 1)));
  return one.wonAt.getTime() === other.wonAt.getTime() && said(one) === said(other);
}
