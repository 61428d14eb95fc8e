/**
 * Why a lead is routed anew, or otherwise than was decided: `notTo` do not get it, who have or had it.
 * `lastTo`, who had it, the last of them first, get it only where nobody else is left, and that one, who
 * sent it back, last of all. `because` begins the path. A `note` is what the rep's sentence says of it too.
 */
export type Rerouting = {
  notTo: readonly string[];
  lastTo?: readonly string[] | undefined;
  because: string;
  note?: string;
};
