import { systemActor } from "@/lib/access/viewer";
import type { Clock } from "@/lib/platform/clock";
import type { Handlers } from "@/lib/platform/jobs/runner";
import { endGrace } from "./commands";

const GRACE = systemActor("job", "Grace time");

/** The job of the grace time: who waited for a summary goes out with the draft when it ends. */
export const graceHandlers = (clock: Clock): Pick<Handlers, "end-grace"> => ({
  "end-grace": async () => {
    await endGrace(GRACE, clock());
    return [];
  },
});
