import { z } from "zod";
import { DAY, MINUTE } from "@/lib/platform/durations";
import type { Json } from "@/lib/standard/field";
import { BACK_FILL_DAYS } from "../window";

/** What is submitted while we look may be listed a little later than its time says. */
const LATE_MS = 5 * MINUTE;
/**
 * A form's answers may be handed in up to a month after they were given, with that time as theirs
 * (`submittedAt`), and then stand far down the list: so once a day all of a month are looked through.
 */
const HANDED_IN_LATE_MS = 31 * DAY;
const FAR_EVERY_MS = DAY;

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
  /** When the last round that looked through a month ended, in ms; and whether this one is one. */
  looked: z.number().nullable().default(null),
  far: z.boolean().default(false),
  /** Forms whose submissions HubSpot does not give, by id, with the status that it answers with. */
  closed: z.record(z.string(), z.object({ name: z.string(), status: z.number() })).default({}),
});
type FormRound = z.infer<typeof formRound>;

const START = "";

/** The round as it was left; a new one where none is under way. */
export function roundAt(position: Json | null, now: Date): FormRound {
  const round = formRound.safeParse(position).data ?? {
    seen: {},
    listing: START,
    left: [],
    token: null,
    newest: null,
    looked: null,
    far: false,
    closed: {},
  };
  const isNew = round.listing === START && round.left.length === 0;
  if (!isNew || round.looked === null) return round;
  return { ...round, far: now.getTime() - round.looked >= FAR_EVERY_MS };
}

export const isListing = ({ listing }: FormRound): boolean => listing !== null;

/** A page of the list of forms came; `after` is where it goes on. */
export function listed(
  round: FormRound,
  forms: readonly NamedForm[],
  after: string | null,
): FormRound {
  const next = { ...round, left: [...round.left, ...forms], listing: after };
  if (after !== null) return next;
  // One that is not there any more is missed by nobody.
  const there = new Set(next.left.map(({ id }) => id));
  const closed = Object.entries(round.closed).filter(([id]) => there.has(id));
  return { ...next, closed: Object.fromEntries(closed) };
}

/**
 * The first form's submissions are not given. With a token it is that which is not taken any more, and
 * says nothing of the form; either way it is looked through anew in the next round.
 */
export function notGiven(round: FormRound, status: number, now: Date) {
  const [form] = round.left;
  const named = form && round.token === null ? { [form.id]: { name: form.name, status } } : {};
  const closed = { ...round.closed, ...named };
  return past({ ...round, closed }, null, now);
}

/** What of all forms is not given, as a connection's page lists it. */
export const unreadForms = (position: Json | null): string[] =>
  Object.values(formRound.safeParse(position).data?.closed ?? {}).map(
    ({ name, status }) => `submissions of “${name}” (${status})`,
  );

/** From when on submissions of a form are still to be taken, in ms. */
export function unseenFrom({ seen, far }: FormRound, { id }: NamedForm, now: Date): number {
  const known = (seen[id] ?? 0) - LATE_MS;
  const from = far ? Math.min(known, now.getTime() - HANDED_IN_LATE_MS) : known;
  return Math.max(from, now.getTime() - BACK_FILL_DAYS * DAY);
}

/** Submissions of the first form came, at these times in ms, newest first; `after` is where they go on. */
export function looked(
  round: FormRound,
  times: readonly number[],
  after: string | null,
  now: Date,
): { position: FormRound; more: boolean; until: Date | null } {
  const [first] = round.left;
  if (!first) return ended(round, now);
  const newest = Math.max(round.newest ?? 0, ...times);
  const reached = times.some((time) => time < unseenFrom(round, first, now));
  if (after !== null && !reached)
    return { position: { ...round, token: after, newest }, more: true, until: null };
  const { [first.id]: _, ...closed } = round.closed;
  return past({ ...round, closed }, newest, now);
}

/** On to the next form; `newest` is the newest submission of this one, null where that is not known. */
function past(round: FormRound, newest: number | null, now: Date) {
  const [first, ...rest] = round.left;
  const seen = first && newest ? { ...round.seen, [first.id]: newest } : round.seen;
  const next = { ...round, seen, left: rest, token: null, newest: null };
  return rest.length > 0 ? { position: next, more: true, until: null } : ended(next, now);
}

/** All forms were looked through; the next round lists them anew. */
export const ended = (round: FormRound, now: Date) => ({
  position: {
    ...round,
    listing: START,
    left: [],
    token: null,
    newest: null,
    ...(round.far || round.looked === null ? { looked: now.getTime(), far: false } : {}),
  },
  more: false,
  until: now,
});
