import { DAY, MINUTE } from "@/lib/platform/durations";

/** As much may be the way of an answer. */
const NEAR_MS = 5 * MINUTE;

/**
 * From when on a CRM is read at first: it stamps changes by its own clock, which may be hours behind
 * ours. What that brings from before is of records that Baton has not written there, or is no news.
 */
export const firstReading = (connectedAt: Date): Date => new Date(connectedAt.getTime() - DAY);

/** How far another clock is ahead of ours, in ms; 0 where it is near, is not told, or is off by more than a day, which is no clock. */
export function clockAhead(theirs: Date | undefined, now: Date): number {
  const apart = theirs ? theirs.getTime() - now.getTime() : 0;
  const isOff = Math.abs(apart) > NEAR_MS && Math.abs(apart) <= DAY;
  return isOff ? apart : 0;
}

/**
 * A CRM's stamp by our own clock, by what its clock says now (`theirs`; undefined where it does not
 * say). One that is off by more than a day is no clock, and the stamp stays as it is.
 */
export const byOurClock = (stamp: Date, theirs: Date | undefined, now: Date): Date =>
  new Date(stamp.getTime() - clockAhead(theirs, now));

/** Whether something is of the time since the connection was made, as far as two clocks can tell. */
export const isSince = (at: Date, connectedAt: Date): boolean =>
  at.getTime() >= connectedAt.getTime() - NEAR_MS;
