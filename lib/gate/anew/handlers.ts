import { systemActor } from "@/lib/access/viewer";
import type { Clock } from "@/lib/platform/clock";
import type { Handlers } from "@/lib/platform/jobs/runner";
import { judgeAnew } from "./commands";

const STANDARD = systemActor("job", "Standard");

/**
 * The job of the standard (D.2): when a version takes effect, and every minute for what that
 * missed, the leads that the gate may still hold are judged by it.
 */
export const standardHandlers = (clock: Clock): Pick<Handlers, "judge-anew"> => ({
  "judge-anew": async (_jobs, signal) => {
    while (!signal.aborted && (await judgeAnew(STANDARD, clock())) > 0);
    return [];
  },
});
