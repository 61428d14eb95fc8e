/**
 * Why a lead is routed anew, or otherwise than was decided: `notTo` do not get it, who have or had it,
 * and `lastTo`, who sent it back, only where nobody else is left; `because` begins the path. A `note` is
 * what the rep's sentence says of it too.
 */
export type Rerouting = {
  notTo: readonly string[];
  lastTo?: string | undefined;
  because: string;
  note?: string;
};
