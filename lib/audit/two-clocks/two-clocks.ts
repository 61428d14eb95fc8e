/** How long one clock took: half of the leads took at most the median, nine in ten the other. */
type Spread = {
  /** Seconds; null where that share of the leads is still waiting. */
  median: number | null;
  ninth: number | null;
};

/** Both clocks of the leads that were first routed in a time (G.6). */
export type ClockReading = {
  leads: number;
  /** Of them, those that nobody has tried to reach yet. */
  untried: number;
  /** From capture to routing. */
  marketing: Spread;
  /** From routing to the first attempt. */
  sales: Spread;
  /** From capture to the first attempt: what the lead waited, whoever's clock ran. */
  whole: Spread;
};

/** The readings of one week; `week` is its Monday, YYYY-MM-DD. */
export type ClockWeek = { week: string } & ClockReading;

/** What is still held at the gate: its clock runs, and stands in no week above. */
export type StillHeld = { leads: number; median: number | null; longest: number | null };

/** The clocks of a time: all of it, week by week, and what is still held now. */
export type TwoClocks = { all: ClockReading; weeks: ClockWeek[]; held: StillHeld };

/** Two percentiles in seconds, null where the lead there still waits; empty where there is no lead. */
export type Percentiles = readonly (number | null)[];

/** A spread of percentiles, in which a lead that still waits is slower than all others. */
export function spreadOf([median = null, ninth = null]: Percentiles): Spread {
  return { median, ninth };
}

/** Which clock took the most of the wait, or null where neither has been read. */
export function slower({ marketing, sales, leads }: ClockReading): "marketing" | "sales" | null {
  if (leads === 0) return null;
  // Where half of the leads still wait for sales, no number is larger.
  const took = (median: number | null) => median ?? Number.POSITIVE_INFINITY;
  return took(sales.median) > took(marketing.median) ? "sales" : "marketing";
}
