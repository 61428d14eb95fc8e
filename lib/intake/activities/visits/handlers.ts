import { systemActor } from "@/lib/access/viewer";
import type { Clock } from "@/lib/platform/clock";
import type { Handlers } from "@/lib/platform/jobs/runner";
import { stitchLeads } from "./commands";

const INTAKE = systemActor("job", "Intake");

/** The job that looks once more for what visitors did in the moment in which they became known. */
export const visitHandlers = (clock: Clock): Pick<Handlers, "stitch-visitors"> => ({
  "stitch-visitors": async (jobs) => {
    const leadIds = [...new Set(jobs.flatMap((job) => job.leadIds))];
    await stitchLeads(INTAKE, leadIds, clock());
    return [];
  },
});
