import type { Json } from "@/lib/standard/field";

/** What a lead became as it is kept: when, and whatever else the sender said of it. */
export type RecordedOutcome = {
  opportunityAt: Date | null;
  wonAt: Date | null;
  detail: { [key: string]: Json };
};

/** True where a deal says what is known already; the order of what it says does not matter. */
export function sameOutcome(one: RecordedOutcome, other: RecordedOutcome): boolean {
  const said = ({ detail }: RecordedOutcome) =>
    JSON.stringify(Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : 1)));
  const same = (key: "wonAt" | "opportunityAt") => one[key]?.getTime() === other[key]?.getTime();
  return same("wonAt") && same("opportunityAt") && said(one) === said(other);
}
