import { type Median, medianOf } from "@/lib/statistics/median";
import { type Shift, shiftOf } from "@/lib/statistics/shift";
import { type Answered, type Comparison, compare } from "./comparison";
import { inTime, type Waits } from "./in-time";

/** What is asked of warm and of partial handoffs (R.1), each of leads that have had the time for it. */
export const QUESTIONS = {
  in_time: { label: "Tried inside the window", afterDays: 0 },
  reached: { label: "Reached", afterDays: 7 },
  accepted: { label: "Accepted", afterDays: 7 },
  opportunity: { label: "Became an opportunity", afterDays: 30 },
  won: { label: "Won", afterDays: 60 },
} as const;
export type Question = keyof typeof QUESTIONS;

/** Leads that were routed alike and became the same: how many, and how long each of them took. */
export type Followed = Waits & {
  warm: boolean;
  tier: number | null;
  channel: string | null;
  leads: number;
  /** The most days of a question that have passed since they were routed. */
  days: number;
  reached: boolean;
  accepted: boolean;
  opportunity: boolean;
  won: boolean;
  /** From routing to the deal, milliseconds. */
  dealAfterMs: readonly number[];
};

/** '1 webinar': leads of one tier and source are compared with each other. */
export const stratumName = ({ tier, channel }: Pick<Followed, "tier" | "channel">): string =>
  `${tier === null ? "no tier" : `tier ${tier}`}, ${channel ?? "source not known"}`;

/** How many of some leads, alike, met a question, of those that it can be asked of by now. */
function metOf(question: Question, lead: Followed, now: Date): { met: number; of: number } {
  if (question === "in_time") return inTime(lead, now);
  if (lead.days < QUESTIONS[question].afterDays) return { met: 0, of: 0 };
  // A deal that was won was an opportunity, whether or not anybody said when.
  const met = lead[question] || (question === "opportunity" && lead.won);
  return { met: met ? lead.leads : 0, of: lead.leads };
}

/** Whether anybody ever told of such a thing: where nobody did, that there was none is not known. */
const isKnown = (question: Question, leads: readonly Followed[]): boolean =>
  (question !== "opportunity" && question !== "won") || leads.some((lead) => lead[question]);

/** The leads that a question can be asked of by now, with their answers; none where nothing is known. */
export function answersTo(question: Question, leads: readonly Followed[], now: Date): Answered[] {
  if (!isKnown(question, leads)) return [];
  return leads.flatMap((lead) => {
    const { met, of } = metOf(question, lead, now);
    return of === 0 ? [] : [{ stratum: stratumName(lead), warm: lead.warm, met, of }];
  });
}

/** A length of time of warm and of partial handoffs, in seconds; `shift` is warm less partial. */
export type Times = { warm: Median | null; partial: Median | null; shift: Shift | null };

function timesOf(leads: readonly Followed[], taken: (lead: Followed) => readonly number[]): Times {
  const seconds = (warm: boolean) =>
    leads
      .filter((lead) => lead.warm === warm)
      .flatMap((lead) => taken(lead).map((ms) => Math.max(0, ms / 1000)));
  const [warm, partial] = [seconds(true), seconds(false)];
  return { warm: medianOf(warm), partial: medianOf(partial), shift: shiftOf(warm, partial) };
}

/** Everything that the page compares. */
type Outcomes = {
  leads: number;
  questions: { question: Question; known: boolean; comparison: Comparison }[];
  /** From routing to the first attempt, on the clock, of leads that were tried. */
  speed: Times;
  /** From routing to the deal, of leads that were won. */
  cycle: Times;
};

/** Warm against partial handoffs in every question (R.1). */
export function outcomesOfLeads(leads: readonly Followed[], now: Date): Outcomes {
  return {
    leads: leads.reduce((sum, one) => sum + one.leads, 0),
    questions: (Object.keys(QUESTIONS) as Question[]).map((question) => ({
      question,
      known: isKnown(question, leads),
      comparison: compare(answersTo(question, leads, now)),
    })),
    speed: timesOf(leads, ({ triedAfterMs }) => triedAfterMs),
    cycle: timesOf(leads, ({ dealAfterMs }) => dealAfterMs),
  };
}
