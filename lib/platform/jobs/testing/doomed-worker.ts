import { runJobs } from "../runner";

// A worker that takes a lead's job, says so, and never comes to its end: the test kills it.
const never = new Promise<never>(() => {});
await runJobs({
  "enrich-lead": async ([job]) => {
    process.stdout.write(`${job?.leadId}\n`);
    return never;
  },
  "find-due-leads": async () => [],
  "forget-answers": async () => [],
  "judge-anew": async () => [],
  "judge-by-model": async () => [],
});
