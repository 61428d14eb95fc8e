import type { FieldId } from "@/lib/standard/categories";
import type { Standard } from "@/lib/standard/standard";
import type { Answer, Subject } from "../provider";
import { type LookedUp, subjectOf } from "../subject";
import { type Arriving, type FieldRow, mergeInTurn, withWritten } from "../values/merge-fields";
import { uniformValue } from "../values/uniform-value";
import { fillsOf, type Step } from "./step";
import { isWorthAsking } from "./worth-asking";

/** All asking for one lead ends within this (G.2). */
export const BUDGET_MS = 30_000;
/** A provider that works on its answer is asked again this often while there is time. */
const ASKED_AGAIN = 3;
/** Where it does not say when, after this. */
const LATER_SECONDS = 3;

/**
 * What a step was asked and said. `at` is when the provider said it, earlier than now where its
 * answer was kept; then nothing was paid, and neither where it was `paid` for before.
 */
export type Asked = {
  step: Step;
  answer: Answer;
  kept: boolean;
  paid?: boolean;
  tookMs: number;
  at: Date;
};

/** Asks one step within so many milliseconds. Never rejects for what the provider does wrong. */
export type Ask = (step: Step, subject: Subject, limitMs: number) => Promise<Asked>;

/** Time as the chain needs it: elapsed milliseconds, and a pause. */
export type Elapse = { elapsed(): number; pause(ms: number): Promise<void> };

/** What came of the chain for one lead: every answer in order, and what each brought. */
export type ChainRun = { asked: Asked[]; arrivals: Arriving[] };

type Run = ChainRun & { values: FieldRow[]; steps: readonly Step[] };

/** A person's lookup goes before a company's of one provider, whose value would take its place. */
function isTaken(run: Run, { step }: Asked, id: FieldId): boolean {
  const earlier = run.steps.slice(0, run.steps.indexOf(step)).filter((other) => {
    return other.label === step.label && other.fills[id] !== undefined;
  });
  const own = run.values.find((row) => row.fieldId === id && row.provider === step.label);
  if (!own || earlier.length === 0) return false;
  const answered = run.asked.some(({ step: other, answer }) => {
    return earlier.includes(other) && "values" in answer && answer.values?.[id] !== undefined;
  });
  return (
    answered || earlier.some((other) => other.fills[id] === own.mode && own.mode !== step.fills[id])
  );
}

/** What an answer brings: the values of those fields that the step may fill. */
function arriving(run: Run, asked: Asked): Arriving {
  const { step, answer, at } = asked;
  const values = ("values" in answer && answer.values) || {};
  const brought: Arriving = {};
  for (const [id, mode] of fillsOf(step)) {
    const given = values[id];
    if (!given || isTaken(run, asked, id)) continue;
    const obtainedAt = at.toISOString();
    brought[id] = { ...uniformValue(id, given), provider: step.label, obtainedAt, mode };
  }
  return brought;
}

function note(run: Run, asked: Asked): void {
  const brought = arriving(run, asked);
  run.values = withWritten(run.values, mergeInTurn(run.values, [brought]));
  run.asked.push(asked);
  run.arrivals.push(brought);
}

const outOfTime = (step: Step, at: Date): Asked => ({
  step,
  answer: { answer: "skipped", words: "No time was left for it within 30 seconds." },
  kept: false,
  tookMs: 0,
  at,
});

/**
 * Runs the chain for one lead (G.2): asks its steps in order, each only while it could change
 * something and while time is left, then those again that said 'later'. `at` is the present, for
 * what is old. Pure but for `ask` and `time`.
 */
export async function runChain(
  steps: readonly Step[],
  lead: LookedUp & { values: readonly FieldRow[] },
  standard: Standard,
  at: Date,
  ask: Ask,
  time: Elapse,
): Promise<ChainRun> {
  const run: Run = { asked: [], arrivals: [], values: [...lead.values], steps };
  for (const step of steps) {
    if (!isWorthAsking(step, run.values, standard, at)) continue;
    const left = BUDGET_MS - time.elapsed();
    if (left <= 0) note(run, outOfTime(step, at));
    else note(run, await ask(step, subjectOf(lead, run.values), Math.min(left, step.timeLimitMs)));
  }
  for (let again = 0; again < ASKED_AGAIN; again++) await askAgain(run, lead, ask, time);
  return { asked: run.asked, arrivals: run.arrivals };
}

const wait = ({ answer }: Asked) =>
  1_000 * (("retryAfterSeconds" in answer ? answer.retryAfterSeconds : null) ?? LATER_SECONDS);

/** Asks those again whose last answer was 'later', where their wish leaves time for it. */
async function askAgain(run: Run, lead: LookedUp, ask: Ask, time: Elapse): Promise<void> {
  const last = new Map(run.asked.map((asked) => [asked.step, asked]));
  const working = [...last.values()].filter(({ answer }) => answer.answer === "later");
  const began = time.elapsed();
  for (const asked of working.toSorted((one, other) => wait(one) - wait(other))) {
    const pause = Math.max(0, wait(asked) - (time.elapsed() - began));
    if (time.elapsed() + pause >= BUDGET_MS) return;
    await time.pause(pause);
    const limit = Math.min(BUDGET_MS - time.elapsed(), asked.step.timeLimitMs);
    note(run, await ask(asked.step, subjectOf(lead, run.values), limit));
  }
}
