import type { Availability } from "../availability";
import type { LeadFacts } from "../lead-facts";
import type { Rep } from "../rep";
import type { Segment } from "../segment";

/** A rep beside whether they can take a lead now. */
export type Standing = { rep: Rep; availability: Availability };

/** What a rule is asked about. Times are instants. */
export type Question = {
  lead: LeadFacts;
  team: readonly Standing[];
  segments: readonly Segment[];
  now: Date;
};

/**
 * What a rule says of a lead: whom it is meant for, whether they can take it or not, or why it does
 * not match. `why` is for the path, `label` for the rep's sentence ('Yours: …'); `who` says who they
 * are together where none of them can take it ('the account owner').
 */
export type Answer =
  | {
      matched: true;
      those: readonly Standing[];
      why: string;
      label: (rep: Rep) => string;
      who: string;
    }
  | { matched: false; why: string };

/** Whether a rule gives leads to those who are outside their working hours, to wait for them. */
export const HOURS = {
  at_work: "Only while they are at work",
  any: "Also outside their hours: it waits until they start",
} as const;
export type Hours = keyof typeof HOURS;
