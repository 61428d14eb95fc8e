import type { Criterion } from "../model/model";
import { mentions, spaced } from "../words";
import { type CompanyFacts, employeeSpan, revenueSpan, type Span } from "./company-facts";

export type Answer = "met" | "missed" | "unknown";

/**
 * True where all of what is known lies within, false where none of it does, null where it could be
 * either: '51-200 employees' neither meets nor misses '100 to 500'.
 */
function within(known: Span | null, least: number, most: number): boolean | null {
  if (!known) return null;
  const upper = known.atMost ?? Number.POSITIVE_INFINITY;
  if (known.atLeast >= least && upper <= most) return true;
  return known.atLeast > most || upper < least ? false : null;
}

/** A band that ends where the wanted revenue begins is below it. */
function reaches(known: Span | null, least: number): boolean | null {
  if (!known) return null;
  if (known.atLeast >= least) return true;
  return known.atMost !== null && known.atMost <= least ? false : null;
}

function isMet(criterion: Criterion, facts: CompanyFacts): boolean | null {
  switch (criterion.fact) {
    case "employees":
      return within(employeeSpan(facts), criterion.atLeast, criterion.atMost);
    case "revenue":
      return reaches(revenueSpan(facts), criterion.atLeastMillions);
    case "region":
      return facts.region ? criterion.countries.includes(facts.region.toUpperCase()) : null;
    case "techStack":
      return facts.techStack?.length
        ? mentions(spaced(facts.techStack.join(" ")), criterion.words)
        : null;
    case "industry":
    case "jobTitle": {
      const text = facts[criterion.fact];
      return text ? mentions(spaced(text), criterion.words) : null;
    }
  }
}

/** Whether the facts meet a criterion; 'unknown' where they do not say (C2.7). */
export function answerOf(criterion: Criterion, facts: CompanyFacts): Answer {
  const met = isMet(criterion, facts);
  return met === null ? "unknown" : met ? "met" : "missed";
}

/** The points of fit that an answer brings: what is not known earns and costs nothing. */
export function pointsOf({ points, penalty }: Criterion, answer: Answer): number {
  if (answer === "met") return points;
  return answer === "missed" && penalty > 0 ? -penalty : 0;
}
