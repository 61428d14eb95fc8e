import { systemActor } from "@/lib/access/viewer";
import type { Handlers } from "@/lib/platform/jobs/runner";
import { sumUpTrends } from "./commands";

const TRENDS = systemActor("job", "Trends");

/** The job that keeps the counts of the trends few. */
export const trendHandlers = (): Pick<Handlers, "sum-up-trends"> => ({
  "sum-up-trends": async () => {
    await sumUpTrends(TRENDS);
    return [];
  },
});
