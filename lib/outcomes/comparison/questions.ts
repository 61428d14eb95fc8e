import type { Calendar } from "@/lib/sla/calendar";
import { responseWindow } from "@/lib/sla/standing";
import { type Median, medianOf } from "@/lib/statistics/median";
import { type Shift, shiftOf } from "@/lib/statistics/shift";
import { type Answered, type Comparison, compare } from "./comparison";

/** One routed lead: how well it was documented, what kind it is, and what came of it. */
export type Followed = {
  warm: boolean;
  tier: number | null;
  channel: string | null;
  routedAt: Date;
  windowSeconds: number;
  calendar: Calendar;
  firstAttemptAt: Date | null;
  reached: boolean;
  accepted: boolean;
  opportunityAt: Date | null;
  wonAt: Date | null;
};

/** What is asked of warm and of partial handoffs (R.1), each of leads that have had the time for it. */
export const QUESTIONS = {
  in_time: { label: "Tried inside the window", afterDays: 0 },
  reached: { label: "Reached", afterDays: 7 },
  accepted: { label: "Accepted", afterDays: 7 },
  opportunity: { label: "Became an opportunity", afterDays: 30 },
  won: { label: "Won", afterDays: 60 },
} as const;
export type Question = keyof typeof QUESTIONS;

const DAY = 86_400_000;

/** '1 webinar': leads of one tier and source are compared with each other. */
export const stratumName = ({ tier, channel }: Pick<Followed, "tier" | "channel">): string =>
  `${tier === null ? "no tier" : `tier ${tier}`}, ${channel ?? "source not known"}`;

/** True or false once it is settled; null while the lead may still be tried in time. */
function metOf(question: Question, lead: Followed, now: Date): boolean | null {
  if (question === "reached") return lead.reached;
  if (question === "accepted") return lead.accepted;
  if (question === "won") return lead.wonAt !== null;
  // A deal that was won was an opportunity, whether or not anybody said when.
  if (question === "opportunity") return (lead.opportunityAt ?? lead.wonAt) !== null;
  const attempts = lead.firstAttemptAt ? [lead.firstAttemptAt] : [];
  const window = responseWindow(lead, attempts, now);
  if (window.state === "stopped") return window.overMs === 0;
  return window.state === "late" ? false : null;
}

/** Whether anybody ever told of such a thing: where nobody did, that there was none is not known. */
export function isKnown(question: Question, leads: readonly Followed[]): boolean {
  if (question === "opportunity") return leads.some(({ opportunityAt }) => opportunityAt !== null);
  return question !== "won" || leads.some(({ wonAt }) => wonAt !== null);
}

/** The leads that a question can be asked of by now, with their answers; none where nothing is known. */
export function answersTo(question: Question, leads: readonly Followed[], now: Date): Answered[] {
  if (!isKnown(question, leads)) return [];
  const until = now.getTime() - QUESTIONS[question].afterDays * DAY;
  return leads
    .filter(({ routedAt }) => routedAt.getTime() <= until)
    .flatMap((lead) => {
      const met = metOf(question, lead, now);
      return met === null ? [] : [{ stratum: stratumName(lead), warm: lead.warm, met }];
    });
}

/** A length of time of warm and of partial handoffs, in seconds; `shift` is warm less partial. */
export type Times = { warm: Median | null; partial: Median | null; shift: Shift | null };

function timesOf(leads: readonly Followed[], end: (lead: Followed) => Date | null): Times {
  const seconds = (warm: boolean) =>
    leads.flatMap((lead) => {
      const at = lead.warm === warm ? end(lead) : null;
      return at ? [Math.max(0, (at.getTime() - lead.routedAt.getTime()) / 1000)] : [];
    });
  const [warm, partial] = [seconds(true), seconds(false)];
  return { warm: medianOf(warm), partial: medianOf(partial), shift: shiftOf(warm, partial) };
}

/** Everything that the page compares. */
export type Outcomes = {
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
    leads: leads.length,
    questions: (Object.keys(QUESTIONS) as Question[]).map((question) => ({
      question,
      known: isKnown(question, leads),
      comparison: compare(answersTo(question, leads, now)),
    })),
    speed: timesOf(leads, ({ firstAttemptAt }) => firstAttemptAt),
    cycle: timesOf(leads, ({ wonAt }) => wonAt),
  };
}
