import { systemActor } from "@/lib/access/viewer";
import type { Clock } from "@/lib/platform/clock";
import type { Handlers } from "@/lib/platform/jobs/runner";
import { tellMonth } from "../monthly/commands";
import { sumUpTrends } from "./commands";

const TRENDS = systemActor("job", "Trends");

/** The jobs that keep the counts of the trends few, and tell of a month when it is over. */
export const trendHandlers = (clock: Clock): Pick<Handlers, "sum-up-trends" | "tell-month"> => ({
  "sum-up-trends": async () => {
    await sumUpTrends(TRENDS);
    return [];
  },
  "tell-month": async () => {
    await tellMonth(TRENDS, clock());
    return [];
  },
});
