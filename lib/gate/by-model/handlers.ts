import { systemActor } from "@/lib/access/viewer";
import type { Clock } from "@/lib/platform/clock";
import type { Handlers } from "@/lib/platform/jobs/runner";
import { judgeByModel } from "./commands";

const MODEL = systemActor("job", "Scoring model");

/** The job that judges leads again after a new version of the scoring model. */
export const modelHandlers = (clock: Clock): Pick<Handlers, "judge-by-model"> => ({
  "judge-by-model": async ([progress]) => {
    if (progress) await judgeByModel(MODEL, progress, clock());
    return [];
  },
});
