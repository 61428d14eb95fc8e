import { z } from "zod";
import { DAY, MINUTE } from "@/lib/platform/durations";
import type { Json } from "@/lib/standard/field";
import type { Behind } from "../source";
import { endOfQuotaDay, quotaDay } from "./day";

/**
 * So many questions a day each of the three streams has for what was there before. All services of a
 * customer share one allowance: at least 10,000 questions a day, more often 50,000, and which is told
 * nowhere. So the past takes less than half of the least, and the rest is left to what happens
 * meanwhile and to the customer's other services ('set conservative usage limits',
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/marketo-integration-best-practices).
 */
const PAST_A_DAY = 1_500;
/** What was there before is read as much at a time, the latest first: that is what a trail shows (X.1). */
const PART = 90 * DAY;
/** What happens now is looked for so often while the past is read. */
const LIVE_EVERY = 5 * MINUTE;
/** Two clocks may differ by as much. */
const OVERLAP = DAY;
/** Sooner than that after a new token, it is not the token that is refused. */
const ANEW_EVERY = 60 * MINUTE;

/**
 * One way through the activities, from a moment on (ms): its paging token, null where one is to be asked
 * for, and when that was done because the one before it was not taken any more.
 */
const way = z.object({
  token: z.string().nullable(),
  from: z.number(),
  anew: z.number().nullable(),
});
type Way = z.infer<typeof way>;

/**
 * Where reading goes on: two ways, so that what happens now never waits for the past year. `liveAt`:
 * when the one was last read to its end. `past` ends at `to`, and goes back part by part until
 * `back`; null once all of it is read. `asked`: what that took on `day`.
 */
const position = z.object({
  types: z.record(z.string(), z.string()),
  live: way,
  liveAt: z.number().nullable(),
  past: way.extend({ to: z.number() }).nullable(),
  back: z.number(),
  day: z.string(),
  asked: z.number(),
});
export type Position = z.infer<typeof position>;
export type Which = "live" | "past";

/** The position as it was kept; null where none is, or one of before. */
export const positionIn = (given: Json | null): Position | null =>
  position.safeParse(given).data ?? null;

/** The beginning: what the types are called here, and how many days back the past goes. */
export function beginning(types: Position["types"], days: number, now: Date): Position {
  const from = now.getTime() - OVERLAP;
  const back = now.getTime() - days * DAY;
  return {
    types,
    live: newWay(from),
    liveAt: null,
    past: partBefore(from, back),
    back,
    day: quotaDay(now),
    asked: 0,
  };
}

const newWay = (from: number): Way => ({ token: null, from, anew: null });

const partBefore = (to: number, back: number): Position["past"] =>
  to > back ? { ...newWay(Math.max(back, to - PART)), to } : null;

const isShareUsed = ({ day, asked }: Position, now: Date) =>
  day === quotaDay(now) && asked >= PAST_A_DAY;

/** Which of the two ways is to be gone now; null where neither is. */
export function wayNow(at: Position, now: Date): Which | null {
  if (at.liveAt === null || now.getTime() - at.liveAt >= LIVE_EVERY) return "live";
  return at.past && !isShareUsed(at, now) ? "past" : null;
}

/** What a page brought of a way, and what it took: its times in ms, and how many leads it names. */
type Came = { token: string; more: boolean; times: readonly number[]; leads: number };

/** Leads are read so many at a time. */
const LEADS_AT_ONCE = 100;

/** Where reading goes on after a page of the way that was gone. */
export function afterPage(at: Position, which: Which, came: Came, now: Date): Position {
  if (which === "live") {
    const token = { token: came.token, anew: null };
    if (came.more) return { ...at, liveAt: null, live: { ...at.live, ...token } };
    const from = now.getTime() - OVERLAP;
    return { ...at, liveAt: now.getTime(), live: { ...token, from } };
  }
  if (!at.past) return at;
  const { to, from } = at.past;
  const isOver = !came.more || (came.times.length > 0 && Math.min(...came.times) > to);
  const past = isOver ? partBefore(from, at.back) : { ...at.past, token: came.token, anew: null };
  const took = 1 + Math.ceil(came.leads / LEADS_AT_ONCE);
  const day = quotaDay(now);
  return { ...at, past, day, asked: (at.day === day ? at.asked : 0) + took };
}

/**
 * Where reading goes on where a token is not taken any more: the way begins anew from where it was
 * sure of, since what is known by then is taken once. Null where it just did.
 */
export function begunAnew(at: Position, which: Which, now: Date): Position | null {
  const of = at[which];
  if (!of || (of.anew !== null && now.getTime() - of.anew < ANEW_EVERY)) return null;
  return { ...at, [which]: { ...of, token: null, anew: now.getTime() } };
}

/** What of the past is not read yet; null where all of it is, or nothing was begun. */
export function behindIn(given: Json | null): Behind | null {
  const at = positionIn(given);
  if (!at?.past) return null;
  const restsUntil = at.asked >= PAST_A_DAY ? endOfQuotaDay(at.day) : null;
  return { backTo: new Date(at.past.to), restsUntil };
}
