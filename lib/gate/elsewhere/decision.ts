import { hindrance } from "@/lib/routing/availability";
import type { RoutingDecision } from "@/lib/routing/owner";
import type { Rep } from "@/lib/routing/rep";
import type { Rerouting } from "@/lib/routing/rerouting";

/**
 * A routing decision of a system elsewhere that waits for the gate (K.4): who decided, for whom, by
 * their address, why and when. `ownerId` is null where no rep has that address. `notTo` do not get it
 * where our own rules serve instead, `lastTo` only where nobody else is left.
 */
export type KeptDecision = {
  decidedBy: string;
  owner: string;
  ownerId: string | null;
  reason: string;
  decidedAt: Date;
  notTo?: readonly string[];
  lastTo?: readonly string[] | undefined;
};

/** The beginning of the path of a lead that goes where a system elsewhere decided. */
export const decidedWords = (by: string, at: Date) => `Decided by ${by} at ${at.toISOString()}.`;

/** When a system elsewhere decided what this path begins with; null where that was nobody elsewhere. */
export function decidedAtIn([first = ""]: readonly string[]): Date | null {
  const at = /^Decided by .* at (\S+)\.$/.exec(first)?.[1];
  return at === undefined ? null : new Date(at);
}

/**
 * How a lead goes whose decision waited for the gate: to that rep, where they may get leads by now;
 * else by our own rules, since nobody there is told to decide anew, and the path and the rep's sentence
 * say why. `rep` is undefined where there is none of that address.
 */
export function asDecided(
  { decidedBy, owner, reason, decidedAt, notTo = [], lastTo }: KeptDecision,
  rep: Rep | undefined,
  now: Date,
): RoutingDecision | Rerouting {
  const hindered = rep ? hindrance(rep, now) : "is no rep here";
  if (rep && !hindered) {
    const waited = "It waited until the gate let the lead through.";
    return { ownerId: rep.id, reason, path: [decidedWords(decidedBy, decidedAt), waited] };
  }
  const note = `${decidedBy} decided for ${rep?.name ?? owner}, who ${hindered}`;
  return { notTo, lastTo, because: `${note}.`, note };
}
