import { MINUTE } from "@/lib/platform/durations";

/** A lead on which nothing was done for this long is free again (O.1). */
export const CLAIM_MINUTES = 15;

/** Why a lead is taken from somebody, in characters. */
export const LONGEST_WHY = 200;

/** Claims with nothing done since this moment are over. */
export const claimsLiveSince = (now: Date): Date =>
  new Date(now.getTime() - CLAIM_MINUTES * MINUTE);

/** Who is on a lead, and since when. */
export type Claim = { by: string; mine: boolean; at: Date };
