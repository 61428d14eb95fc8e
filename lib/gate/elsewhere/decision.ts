import type { Snapshot } from "@/lib/handoff/snapshot";
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

/** What a handoff keeps of where it was decided elsewhere, with the words that begin its path. */
export function decided(by: string, decidedAt: Date) {
  const at = decidedAt.toISOString();
  return { path: [`Decided by ${by} at ${at}.`], decidedElsewhere: { by, at } };
}

type Kept = Pick<Snapshot, "routingPath" | "decidedElsewhere">;

/**
 * When a system elsewhere decided what a handoff keeps; null where that was nobody elsewhere. Handoffs
 * never change (G.7), and older ones say it in the first words of their path alone.
 */
export function decidedAtOf({ routingPath: [first = ""], decidedElsewhere }: Kept): Date | null {
  const inWords = /^Decided by .* at (\S+)\.$/.exec(first)?.[1];
  const at = decidedElsewhere?.at ?? inWords;
  return at === undefined ? null : new Date(at);
}

type Earlier = { ownerId: string; snapshot: Kept & Pick<Snapshot, "routingReason"> };
type Coming = { ownerId: string; reason: string | undefined; at: Date; isTimed: boolean };

/**
 * Whether what now comes was followed in this handoff, or a later decision was. One that names its time
 * is the same at the same time; one that does not is the same for the same reason, since its time is
 * only when it came, and a sender that tries again comes late.
 */
export function isFollowedIn({ ownerId, snapshot }: Earlier, coming: Coming): boolean {
  const at = decidedAtOf(snapshot);
  if (!at) return false;
  if (at > coming.at) return true;
  const isSame = coming.isTimed
    ? at.getTime() === coming.at.getTime()
    : snapshot.routingReason === coming.reason;
  return isSame && ownerId === coming.ownerId;
}

/**
 * How a lead goes whose decision waited for the gate: to that rep, where they may get leads by now;
 * else by our own rules, since nobody there is told to decide anew, and the path and the rep's sentence
 * say why. `rep` is undefined where there is none of that address.
 */
export function asDecided(
  { decidedBy: by, owner, reason, decidedAt, notTo = [], lastTo }: KeptDecision,
  rep: Rep | undefined,
  now: Date,
): RoutingDecision | Rerouting {
  const hindered = rep ? hindrance(rep, now) : "is no rep here";
  if (rep && !hindered) {
    const waited = "It waited until the gate let the lead through.";
    const { path, decidedElsewhere } = decided(by, decidedAt);
    return { ownerId: rep.id, reason, path: [...path, waited], decidedElsewhere };
  }
  const note = `${by} decided for ${rep?.name ?? owner}, who ${hindered}`;
  return { notTo, lastTo, because: `${note}.`, note };
}
