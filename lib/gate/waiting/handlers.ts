import { systemActor } from "@/lib/access/viewer";
import type { Clock } from "@/lib/platform/clock";
import type { Handlers } from "@/lib/platform/jobs/runner";
import { routeDue } from "./commands";

const ROUTING = systemActor("job", "Routing");

/**
 * The job of what waits to be routed, at the end of each grace and every minute: who waited for a
 * summary goes out with the draft, who waited for a rep as soon as one can take leads again.
 */
export const waitingHandlers = (clock: Clock): Pick<Handlers, "end-grace"> => ({
  "end-grace": async () => {
    await routeDue(ROUTING, clock());
    return [];
  },
});
