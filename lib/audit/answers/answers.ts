import type { Calendar } from "@/lib/sla/calendar";
import { responseWindow } from "@/lib/sla/standing";
import { workingMsBetween } from "@/lib/sla/working-time";
import { type Rate, rateOf } from "@/lib/statistics/rate";

/** One handoff of a lead: who had it since when, and what they did. */
export type Leg = {
  owner: string;
  routedAt: Date;
  windowSeconds: number;
  calendar: Calendar;
  firstAttemptAt: Date | null;
  decidedAt: Date | null;
  /** When the lead went to another rep before they had decided; null where they keep it. */
  givenOnAt: Date | null;
};

/** How a lead was answered, in ms of the working time of whoever had it; `open` is not judged yet. */
type Answer =
  | { how: "in time" | "late"; tookMs: number; overMs: number }
  | { how: "missed"; tookMs: null; overMs: number }
  | { how: "open" };

const earliest = (dates: readonly (Date | null)[]) =>
  dates.flatMap((date) => date ?? []).toSorted((one, other) => one.getTime() - other.getTime())[0];

/**
 * How late the first answer to a lead really was, over all who had it in a row: the window is the
 * first one's, and each one's working time counts while the lead was theirs. Whoever decides inside
 * of the window without an attempt is not judged.
 */
export function answerOf(legs: readonly Leg[], now: Date): Answer {
  const answeredAt = earliest(legs.map(({ firstAttemptAt }) => firstAttemptAt));
  const end = answeredAt ?? earliest(legs.map(({ decidedAt }) => decidedAt)) ?? now;
  const workedMs = legs.reduce((sum, { calendar, routedAt, givenOnAt }) => {
    const until = givenOnAt && givenOnAt < end ? givenOnAt : end;
    return sum + workingMsBetween(calendar, routedAt, until);
  }, 0);
  const overMs = Math.max(0, workedMs - (legs[0]?.windowSeconds ?? 0) * 1000);
  if (answeredAt) return { how: overMs > 0 ? "late" : "in time", tookMs: workedMs, overMs };
  return overMs > 0 ? { how: "missed", tookMs: null, overMs } : { how: "open" };
}

/** What one rep made of the leads that were theirs. */
export type RepAnswers = {
  owner: string;
  rate: Rate | null;
  medianMs: number | null;
  givenOn: number;
};

/** The answers of a time: of leads, whoever had them, and rep by rep. Medians are null where most wait. */
export type Answers = {
  rate: Rate | null;
  medianMs: number | null;
  late: number;
  missed: number;
  medianOverMs: number | null;
  givenOn: number;
  reps: RepAnswers[];
};

/** The middle one, the lower of two; null where it still waits or there is none. */
function median(values: readonly (number | null)[]): number | null {
  const sorted = values.toSorted((one, other) => (one ?? Infinity) - (other ?? Infinity));
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

/** A rep's own part in a lead: what came after it was taken from them counts for nobody else. */
function partOf(leg: Leg, now: Date): Answer {
  const answered = leg.firstAttemptAt;
  if (!leg.givenOnAt || (answered && answered <= leg.givenOnAt)) return answerOf([leg], now);
  const window = responseWindow(leg, [], leg.givenOnAt);
  // Taken before its time, such as from who went away: nobody can say whether they would have been late.
  if (window.state !== "late") return { how: "open" };
  return { how: "missed", tookMs: null, overMs: window.overMs };
}

const judged = (answers: readonly Answer[]) => answers.filter((one) => one.how !== "open");

const rateIn = (answers: readonly Answer[]) =>
  rateOf(answers.filter(({ how }) => how === "in time").length, answers.length);

const tookOf = (answer: Answer) => (answer.how === "open" ? null : answer.tookMs);

function repAnswers(owner: string, legs: readonly Leg[], now: Date): RepAnswers {
  const answers = judged(legs.map((leg) => partOf(leg, now)));
  return {
    owner,
    rate: rateIn(answers),
    medianMs: median(answers.map(tookOf)),
    givenOn: legs.filter(({ givenOnAt }) => givenOnAt).length,
  };
}

/** All leads of a time, each as the handoffs that it went through in a row. */
export function answersOf(leads: readonly (readonly Leg[])[], now: Date): Answers {
  const answers = judged(leads.map((legs) => answerOf(legs, now)));
  const count = (how: Answer["how"]) => answers.filter((one) => one.how === how).length;
  const over = answers.flatMap((one) => ("overMs" in one && one.overMs > 0 ? one.overMs : []));
  const legs = leads.flat();
  const owners = [...new Set(legs.map(({ owner }) => owner))].toSorted((one, other) =>
    one.localeCompare(other),
  );
  return {
    rate: rateIn(answers),
    medianMs: median(answers.map(tookOf)),
    late: count("late"),
    missed: count("missed"),
    medianOverMs: median(over),
    givenOn: legs.filter(({ givenOnAt }) => givenOnAt).length,
    reps: owners.map((owner) =>
      repAnswers(
        owner,
        legs.filter((leg) => leg.owner === owner),
        now,
      ),
    ),
  };
}
