import { z } from "zod";
import { MINUTE } from "@/lib/platform/durations";
import type { Json } from "@/lib/standard/field";
import { FAR_BACK_MS, lookBack } from "./look-back";

/** What is saved while we look may be seen a little later than its time says. */
const LATE_MS = 5 * MINUTE;

/**
 * How far a list has come that can be asked for by number: a round goes through it by number, which
 * nothing moves, all of it the first time and then what is new or changed since the round before
 * began, at times the last two days. What changes behind us in a round is of the next one. Times are
 * the other side's, in ms; `looked`: when it was last looked far back.
 */
const round = z.object({
  since: z.number().nullable(),
  after: z.number(),
  began: z.number().nullable(),
  looked: z.number().optional(),
});
export type Round = z.infer<typeof round>;

export const roundAt = (position: Json | null): Round =>
  round.safeParse(position).data ?? { since: null, after: 0, began: null };

/**
 * Where a round goes on after a page with these numbers; `more` where others may follow. A page that
 * leads nowhere ends the round, so that none is asked for for ever.
 */
export function afterRound(
  at: Round,
  numbers: readonly unknown[],
  more: boolean,
  time: number,
): { position: Round; more: boolean; until: Date | null } {
  const began = at.began ?? time;
  const after = Math.max(at.after, ...numbers.map(Number).filter(Number.isSafeInteger));
  if (more && after > at.after)
    return { position: { ...at, after, began }, more: true, until: null };
  const { isFar, looked } = lookBack(at.looked, time);
  const since = began - (isFar ? FAR_BACK_MS : LATE_MS);
  return {
    position: { since, after: 0, began: null, looked },
    more: false,
    until: new Date(began),
  };
}
