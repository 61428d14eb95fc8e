/** How often calls were refused for one reason, and when last. */
export type Refused = { reason: string; count: number; lastAt: Date };

/** A day of the reader's calendar, such as 2026-06-03, on which calls were refused. */
export type DayOfRefusals = { day: string; reason: string; count: number };
