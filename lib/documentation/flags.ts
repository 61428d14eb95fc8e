/** What is flagged most often, ready to be set with one press (C5.4). */
export const READY_FLAGS = ["Attended a competitor’s webinar", "Funding announced"] as const;

/** Further back nobody's memory of the deal is worth a flag; in months. */
export const LONGEST_AGO = 120;

/** The flag for a deal that was lost so many months ago. */
export function closedLostFlag(months: number): string {
  return months === 1 ? "Closed-lost a month ago" : `Closed-lost ${months} months ago`;
}
