import { mentions, spaced } from "@/lib/scoring/words";
import type { LeadFacts } from "./lead-facts";
import { countriesOf } from "./regions";

/**
 * A named kind of lead, such as 'EMEA enterprise'. Every part that says something must be met;
 * what is empty or null says nothing. `places` are country codes or names of regions.
 */
export type Segment = {
  id: string;
  name: string;
  places: readonly string[];
  employeesFrom: number | null;
  employeesTo: number | null;
  tiers: readonly number[];
  /** Words of an industry, as the scoring model reads them. */
  industries: readonly string[];
};

/** The facts that a segment asks for. */
type SegmentFacts = Pick<LeadFacts, "country" | "employees" | "industry" | "tier">;

const isPlace = ({ places }: Segment, { country }: SegmentFacts) =>
  places.length === 0 || (country !== null && countriesOf(places).has(country));

/** A company known by a range is in where the whole range is. */
function isSize({ employeesFrom, employeesTo }: Segment, { employees }: SegmentFacts): boolean {
  if (employeesFrom === null && employeesTo === null) return true;
  if (!employees) return false;
  const { atLeast, atMost } = employees;
  if (employeesFrom !== null && atLeast < employeesFrom) return false;
  return employeesTo === null || (atMost !== null && atMost <= employeesTo);
}

const isTier = ({ tiers }: Segment, { tier }: SegmentFacts) =>
  tiers.length === 0 || (tier !== null && tiers.includes(tier));

const isIndustry = ({ industries }: Segment, { industry }: SegmentFacts) =>
  industries.length === 0 || (industry !== null && mentions(spaced(industry), industries));

/** True where a lead is of a segment; what is not known of it is not met. */
export function isOfSegment(segment: Segment, lead: SegmentFacts): boolean {
  return (
    isPlace(segment, lead) &&
    isSize(segment, lead) &&
    isTier(segment, lead) &&
    isIndustry(segment, lead)
  );
}

/** The segments that a lead is of, in the order they are listed. */
export const segmentsOf = (segments: readonly Segment[], lead: SegmentFacts): Segment[] =>
  segments.filter((segment) => isOfSegment(segment, lead));
