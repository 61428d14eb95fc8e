import { DAY } from "@/lib/platform/durations";

/** A clock that is this much ahead of ours is wrong, in milliseconds. */
const AHEAD = DAY;

/** Whether something is said to have happened at a time that no clock can show yet. */
export const isAhead = (at: Date, now: Date): boolean => at.getTime() - now.getTime() > AHEAD;

/** Why what is ahead is not taken in. */
export const LIES_AHEAD = "occurredAt lies in the future";
