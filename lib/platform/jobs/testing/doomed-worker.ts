import { runJobs } from "../runner";
import { idleHandlers } from "./idle";

// A worker that takes a lead's job, says so, and never comes to its end: the test kills it.
const never = new Promise<never>(() => {});
await runJobs({
  ...idleHandlers(),
  "enrich-lead": async ([job]) => {
    process.stdout.write(`${job?.leadId}\n`);
    return never;
  },
});
