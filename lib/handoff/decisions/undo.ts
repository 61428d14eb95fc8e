/** A decision can be taken back for so long. Milliseconds, as the countdown shows them. */
export const UNDO_MS = 10_000;

/** What a press in the last moment may take on its way. Milliseconds. */
const ON_ITS_WAY_MS = 2_000;

/** The last moment in which a decision of `decidedAt` can be taken back. */
export const takenBackUntil = (decidedAt: Date): Date =>
  new Date(decidedAt.getTime() + UNDO_MS + ON_ITS_WAY_MS);

/** True while a decision of `decidedAt` can still be taken back. */
export const canTakeBack = (decidedAt: Date, now: Date): boolean =>
  now <= takenBackUntil(decidedAt);
