import { runJobs } from "../runner";
import { idleHandlers } from "./idle";

// A worker that takes leads' jobs, says so, and never comes to an end: the test kills it.
const never = new Promise<never>(() => {});
await runJobs({
  ...idleHandlers(),
  "enrich-lead": async (jobs) => {
    process.stdout.write(`${jobs.map(({ leadId }) => leadId).join(" ")}\n`);
    return never;
  },
});
