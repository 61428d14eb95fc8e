import { systemActor } from "@/lib/access/viewer";
import type { Clock } from "@/lib/platform/clock";
import type { Handlers } from "@/lib/platform/jobs/runner";
import { forgetScores } from "@/lib/scoring/ledger/commands";
import { judgeDue } from "./commands";

const SCORE = systemActor("job", "Score");

/** The jobs of the score: what time changed is judged within the minute, old points are forgotten. */
export const scoreHandlers = (clock: Clock): Pick<Handlers, "score-due" | "forget-scores"> => ({
  "score-due": async (_jobs, signal) => {
    while (!signal.aborted && (await judgeDue(SCORE, clock())) > 0);
    return [];
  },
  "forget-scores": async (_jobs, signal) => {
    while (!signal.aborted && (await forgetScores(SCORE, clock())) > 0);
    return [];
  },
});
