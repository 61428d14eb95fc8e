import { systemActor } from "@/lib/access/viewer";
import type { Clock } from "@/lib/platform/clock";
import type { Handlers } from "@/lib/platform/jobs/runner";
import { judgeByExclusions } from "./commands";

const RULES = systemActor("job", "Exclusion rules");

/** The job that judges leads again after the exclusion settings changed. */
export const exclusionHandlers = (clock: Clock): Pick<Handlers, "judge-by-exclusions"> => ({
  "judge-by-exclusions": async ([progress]) => {
    if (progress) await judgeByExclusions(RULES, progress, clock());
    return [];
  },
});
