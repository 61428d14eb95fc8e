import { systemActor } from "@/lib/access/viewer";
import type { Clock } from "@/lib/platform/clock";
import type { Handlers } from "@/lib/platform/jobs/runner";
import { judgeMany } from "./commands";

const INTAKE = systemActor("job", "Intake");

/** The job of the leads that were too many for one request. */
export const manyHandlers = (clock: Clock): Pick<Handlers, "judge-leads"> => ({
  "judge-leads": async (jobs) => {
    for (const { leadIds } of jobs) await judgeMany(INTAKE, leadIds, clock());
    return [];
  },
});
