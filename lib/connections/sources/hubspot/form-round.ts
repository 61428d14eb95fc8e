import { z } from "zod";
import type { Json } from "@/lib/standard/field";
import { BACK_FILL_DAYS } from "../window";

const DAY = 86_400_000;
/** What is submitted while we look may be listed a little later than its time says. */
const LATE_MS = 5 * 60_000;

const form = z.object({ id: z.string(), name: z.string() });
export type NamedForm = z.infer<typeof form>;

/**
 * How far forms have come. A round lists all forms, then looks through each one's submissions, newest
 * first, down to the newest one that was known before (`seen`, in ms, by form).
 */
const formRound = z.object({
  seen: z.record(z.string(), z.number()),
  /** Where the list of forms goes on; null once it is whole. */
  listing: z.string().nullable(),
  left: z.array(form),
  /** Of the first of these: where its submissions go on, and the newest one of this round. */
  token: z.string().nullable(),
  newest: z.number().nullable(),
});
export type FormRound = z.infer<typeof formRound>;

const START = "";

/** The round as it was left; a new one where none is under way. */
export const roundAt = (position: Json | null): FormRound =>
  formRound.safeParse(position).data ?? {
    ...{ seen: {}, listing: START, left: [], token: null, newest: null },
  };

export const isListing = ({ listing }: FormRound): boolean => listing !== null;

/** A page of the list of forms came; `after` is where it goes on. */
export const listed = (round: FormRound, forms: readonly NamedForm[], after: string | null) => ({
  ...{ ...round, left: [...round.left, ...forms], listing: after },
});

/** From when on submissions of a form are still to be taken, in ms. */
export const unseenFrom = ({ seen }: FormRound, { id }: NamedForm, now: Date): number =>
  Math.max((seen[id] ?? 0) - LATE_MS, now.getTime() - BACK_FILL_DAYS * DAY);

/** Submissions of the first form came, at these times in ms, newest first; `after` is where they go on. */
export function looked(
  round: FormRound,
  times: readonly number[],
  after: string | null,
  now: Date,
): { position: FormRound; more: boolean; until: Date | null } {
  const [first, ...rest] = round.left;
  if (!first) return ended(round, now);
  const newest = Math.max(round.newest ?? 0, ...times);
  const reached = times.some((time) => time < unseenFrom(round, first, now));
  if (after !== null && !reached)
    return { position: { ...round, token: after, newest }, more: true, until: null };
  const seen = newest > 0 ? { ...round.seen, [first.id]: newest } : round.seen;
  const next = { ...round, seen, left: rest, token: null, newest: null };
  return rest.length > 0 ? { position: next, more: true, until: null } : ended(next, now);
}

/** All forms were looked through; the next round lists them anew. */
export const ended = (round: FormRound, now: Date) => ({
  position: { ...round, listing: START, left: [], token: null, newest: null },
  more: false,
  until: now,
});
