import { systemActor } from "@/lib/access/viewer";
import type { Clock } from "@/lib/platform/clock";
import type { Handlers } from "@/lib/platform/jobs/runner";
import { judgeMany, judgeSingly } from "./commands";

const INTAKE = systemActor("job", "Intake");

/**
 * The jobs of the leads that were too many for a request. All that wait are taken together, so that
 * a lead that many requests told of is judged once.
 */
export const manyHandlers = (clock: Clock): Pick<Handlers, "judge-leads"> => ({
  "judge-leads": async (jobs, signal) => {
    const ids = [...new Set(jobs.flatMap(({ leadIds }) => leadIds))];
    const failed = await judgeMany(INTAKE, ids, clock, signal);
    if (failed.length === 0) return [];
    // Alone it is this job that comes again, ever later; among others it gets one of its own.
    if (ids.length === 1) return jobs.map((_, index) => index);
    await judgeSingly(INTAKE, failed, clock());
    return [];
  },
});
