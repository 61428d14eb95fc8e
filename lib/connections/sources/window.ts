import { z } from "zod";
import { DAY, MINUTE } from "@/lib/platform/durations";
import type { Json } from "@/lib/standard/field";
import { FAR_BACK_MS, lookBack } from "./look-back";

/** What somebody did longer ago is no part of any trail (X.1), with room for who comes back. */
export const BACK_FILL_DAYS = 365;
/** As much as is asked for at a time. */
const WINDOW_MS = 30 * DAY;
/** What is told late mostly lies within this, and so does the difference of two clocks. */
const LATE_MS = 60 * MINUTE;
/**
 * How far a log of events has come that is asked for by time, in ms: between two of them, on from a
 * token; and when it was last looked far back, by our clock.
 */
const windowPosition = z.object({
  from: z.number(),
  to: z.number(),
  token: z.string().nullable(),
  looked: z.number().optional(),
});
type WindowPosition = z.infer<typeof windowPosition>;

/** Its clock may be ahead of ours: what it stamps with a time to come is there, too. */
const AHEAD_MS = DAY;

const windowFrom = (from: number, now: number): WindowPosition => ({
  from,
  to: Math.max(from + 1, Math.min(from + WINDOW_MS, now + AHEAD_MS)),
  token: null,
});

/** The window that is to be asked for; in the beginning, the first one of the past year. */
export function windowAt(position: Json | null, now: Date): WindowPosition {
  const known = windowPosition.safeParse(position).data;
  if (known?.token) return known;
  if (known && known.to > known.from) return known;
  if (known) return { ...known, ...windowFrom(known.from, now.getTime()) };
  return windowFrom(now.getTime() - BACK_FILL_DAYS * DAY, now.getTime());
}

/**
 * Where it goes on after a page with the token of the next one, null where it was the last one. The
 * last hour is asked for once more the next time, and at times the last two days; what is known by
 * then is taken once. Of the two clocks the slower one says how far it has come: what the other side
 * stamps with a time that is over for us is still to come, and `theirs` is its own time, in ms.
 */
export function afterWindow(
  at: WindowPosition,
  token: string | null,
  now: Date,
  theirs: number,
): { position: WindowPosition; more: boolean; until: Date | null } {
  if (token) return { position: { ...at, token }, more: true, until: null };
  const clock = Math.min(now.getTime(), theirs);
  const to = Math.max(at.from, Math.min(at.to, clock));
  const more = to < clock - LATE_MS;
  // An empty window: how far it goes is for the next question to say.
  const empty = (from: number) => ({ ...at, from, to: from, token: null });
  const until = new Date(to);
  if (more) return { position: empty(to), more, until };
  const { isFar, looked } = lookBack(at.looked, now.getTime());
  const from = isFar ? to - FAR_BACK_MS : Math.max(at.from, to - LATE_MS);
  return { position: { ...empty(from), looked }, more, until };
}

/** A token that is not taken any more: half the time from its beginning, so that an end is reached. */
export const halfOf = (at: WindowPosition): WindowPosition => ({
  ...at,
  to: Math.max(at.from + 1, Math.floor((at.from + at.to) / 2)),
  token: null,
});
