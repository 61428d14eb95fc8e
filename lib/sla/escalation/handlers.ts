import { systemActor } from "@/lib/access/viewer";
import type { Clock } from "@/lib/platform/clock";
import type { Handlers } from "@/lib/platform/jobs/runner";
import { escalate, sweep } from "./commands";

const SLA = systemActor("job", "SLA");

/** The jobs of the escalation ladder (Q.2): each step in its time, and what fell due unseen. */
export const escalationHandlers = (
  clock: Clock,
): Pick<Handlers, "escalate" | "find-escalations"> => ({
  escalate: async (jobs) => {
    for (const { handoffId } of jobs) await escalate(SLA, handoffId, clock());
    return [];
  },
  "find-escalations": async () => {
    await sweep(SLA, clock());
    return [];
  },
});
