import { systemActor } from "@/lib/access/viewer";
import type { Clock } from "@/lib/platform/clock";
import type { Handlers } from "@/lib/platform/jobs/runner";
import { forgetChanges } from "./commands";

const RETENTION = systemActor("job", "Retention");

export const liveHandlers = (clock: Clock): Pick<Handlers, "forget-queue-changes"> => ({
  "forget-queue-changes": async () => {
    await forgetChanges(RETENTION, clock());
    return [];
  },
});
