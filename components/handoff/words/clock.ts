import type { HandoffView } from "@/lib/handoff/view";
import { SECOND } from "@/lib/platform/durations";
import {
  formatAge,
  formatComing,
  formatDuration,
  formatExact,
  formatMoment,
} from "@/lib/platform/format";
import type { ResponseWindow } from "@/lib/sla/response-window";
import { responseWindow } from "@/lib/sla/standing";
import { workingMsBetween } from "@/lib/sla/working-time";
import { inSentence } from "@/lib/trail/wording/prose";
import type { Reading } from "./field-state";

export type ClockWords = {
  /** The window as it stands: in words, or in seconds as it goes on running. */
  window:
    | null
    | { words: string; tone: "done" | "late" | "calm"; exact?: string }
    | { secondsLeft: number; windowSeconds: number };
  /** What became of it, or how old the trigger is, which a late routing hides (Q.2). */
  decided: string | null;
  trigger: string;
  /** The moment that all ages are counted from: what a sheet of paper cannot do without. */
  asOf: string;
  /** How long marketing took to route it, and sales to try it since (G.6). */
  marketing: string;
  sales: string;
};

type Unstopped = Exclude<ResponseWindow, { state: "stopped" }>;

function stoppedWords({ tookMs, overMs }: ResponseWindow & { state: "stopped" }): string {
  const took = formatDuration(tookMs / SECOND);
  return overMs > 0
    ? `Tried after ${took}, ${formatDuration(overMs / SECOND)} late`
    : `Tried after ${took}`;
}

/** How long is left or how late it is, and when the owner is back where nothing runs. */
function stoodWords(window: Unstopped, startsAt: string) {
  return window.state === "late"
    ? `${formatDuration(window.overMs / SECOND)} late, starts ${startsAt}`
    : `${formatDuration(window.leftMs / SECOND)} from ${startsAt} on`;
}

function windowOf(
  view: HandoffView,
  window: ResponseWindow,
  { reader, now }: Reading,
): ClockWords["window"] {
  if (window.state === "stopped") return { words: stoppedWords(window), tone: "done" };
  if (view.decision) return null;
  const late = window.state === "late";
  if (view.givenOn) {
    return late ? { words: `${formatDuration(window.overMs / SECOND)} late`, tone: "late" } : null;
  }
  const { startsAt } = window;
  if (startsAt) {
    return {
      words: stoodWords(window, formatComing(startsAt, reader, now)),
      tone: late ? "late" : "calm",
      exact: `Outside working hours until ${formatExact(startsAt, reader)}`,
    };
  }
  const secondsLeft = (late ? -window.overMs : window.leftMs) / SECOND;
  return { secondsLeft, windowSeconds: view.windowSeconds };
}

function salesWords(view: HandoffView, window: ResponseWindow, until: Date): string {
  if (window.state === "stopped") return formatDuration(window.tookMs / SECOND);
  // Whoever decides without trying is not still on the clock, and was not fast either.
  if (view.decision) return "logged no attempt";
  const elapsed = formatDuration(workingMsBetween(view.calendar, view.routedAt, until) / SECOND);
  return view.givenOn ? `${elapsed}, no attempt` : `${elapsed} so far`;
}

/** Until when the clock runs that nobody has stopped: it stands once the lead is somebody else's. */
const runsUntil = ({ givenOn }: HandoffView, now: Date) =>
  givenOn && givenOn.at < now ? givenOn.at : now;

/** The running window, the age of the trigger beside it, and both clocks: none hides another. */
export function clockWords(view: HandoffView, reading: Reading): ClockWords {
  const { reader, now } = reading;
  const { snapshot, routedAt, attempts, decision } = view;
  const tried = attempts.map(({ at }) => at);
  const until = runsUntil(view, now);
  const known = responseWindow(view, tried, now);
  const window = known.state === "stopped" ? known : responseWindow(view, [], until);
  const captured = new Date(snapshot.capturedAt).getTime();
  return {
    window: windowOf(view, window, reading),
    decided:
      decision &&
      `${decision.accepted ? "Accepted" : "Rejected"} ${inSentence(formatMoment(decision.at, reader, now))}`,
    asOf: formatExact(now, reader),
    trigger: formatAge(new Date(snapshot.trigger.at), now, reader),
    marketing: formatDuration((routedAt.getTime() - captured) / SECOND),
    sales: salesWords(view, window, until),
  };
}
