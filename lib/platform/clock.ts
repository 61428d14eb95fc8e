/** Tells the time. Handed to whatever needs it, so that a test can say what time it is. */
export type Clock = () => Date;

/** The machine's clock: asked at the edges only (pages, actions, jobs), never in a rule. */
export const systemClock: Clock = () => new Date();
