import type { Actor } from "@/lib/access/viewer";
import type { Clock } from "@/lib/platform/clock";
import { log } from "@/lib/platform/log";
import { claimQuestion, keepAnswer, type Question } from "../answers/commands";
import type { HealthBook } from "../health/book";
import type { Answer, Asking, Subject } from "../provider";
import { answerKey, hasSomethingToAskBy } from "../subject";
import type { Ask, Asked, Elapse } from "./chain";
import type { Step } from "./step";

const BEING_ASKED: Answer = {
  answer: "later",
  words: "Is being asked the same for another lead.",
  retryAfterSeconds: 1,
};
const RESTING: Answer = { answer: "skipped", words: "Not asked: it failed just before." };
const NOTHING: Answer = {
  answer: "nothing_to_ask",
  words: "Nothing is known yet that it could be asked by.",
};

const late = (limitMs: number): Answer => ({
  answer: "failed",
  cause: "time_limit",
  words: `No answer came within ${Math.max(1, Math.round(limitMs / 1_000))} seconds.`,
});
const DEFECT: Answer = {
  answer: "failed",
  cause: "broken",
  words: "Its answer could not be worked with. This is our fault, and it was noted.",
};

/** Asks a provider and waits no longer than the limit, whatever becomes of the request. */
async function answerWithin(
  step: Step,
  subject: Subject,
  limitMs: number,
  after: Asking = {},
): Promise<Answer> {
  const signal = AbortSignal.timeout(Math.max(1, Math.floor(limitMs)));
  const ended = new Promise<Answer>((resolve) => {
    signal.addEventListener("abort", () => resolve(late(limitMs)), { once: true });
  });
  const asked = step.ask(subject, signal, after).catch((err: unknown): Answer => {
    if (signal.aborted) return late(limitMs);
    log().error({ err, provider: step.provider }, "A provider's answer broke our code");
    return DEFECT;
  });
  return Promise.race([asked, ended]);
}

const questionOf = ({ provider, lookup }: Step, key: string): Question => ({
  provider,
  lookup,
  key,
});

/**
 * How steps are asked in earnest (G.2): out of what was kept, else the provider itself within the
 * limit, unless its breaker is open. `anew` asks again where the kept answer was 'no match'.
 */
export function asking(
  actor: Actor,
  book: HealthBook,
  { clock, time, anew }: { clock: Clock; time: () => Elapse; anew: boolean },
): Ask {
  return async (step, subject, limitMs) => {
    const elapse = time();
    const told = (answer: Answer, kept = false, at = clock(), paid = false): Asked => ({
      step,
      answer,
      kept,
      paid,
      tookMs: Math.round(elapse.elapsed()),
      at,
    });
    if (step.local) return told(await answerWithin(step, subject, limitMs));
    if (!hasSomethingToAskBy(step.lookup, subject)) return told(NOTHING);
    const key = step.cacheDays > 0 ? answerKey(step.lookup, subject) : null;
    const question = key === null ? null : questionOf(step, key);
    let after: Asking = {};
    if (question) {
      const claim = await claimQuestion(actor, question, { now: clock(), limitMs, anew });
      if (claim.state === "asking") return told(BEING_ASKED);
      if (claim.state === "kept") return told(claim.answer, true, claim.askedAt);
      if (claim.pending) after = { pending: claim.pending };
    }
    const answer = (await book.mayAsk(step.healthKey, clock(), limitMs))
      ? await answerWithin(step, subject, limitMs, after)
      : RESTING;
    const days = step.cacheDays;
    if (question) await keepAnswer(actor, question, answer, { now: clock(), days });
    await book.note(step.healthKey, answer, clock());
    return told(answer, false, clock(), after.pending !== undefined);
  };
}
