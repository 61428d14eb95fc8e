import { systemActor } from "@/lib/access/viewer";
import type { Clock } from "@/lib/platform/clock";
import type { Handlers } from "@/lib/platform/jobs/runner";
import { readDue } from "./commands";
import { dueConnections } from "./queries";
import { readConnection } from "./read";

const READER = systemActor("job", "Reading back");

/** The jobs that read other systems. */
export function sourceHandlers(clock: Clock): Pick<Handlers, "read-source" | "find-sources"> {
  return {
    "read-source": async (jobs, signal) => {
      for (const { connectionId } of jobs)
        await readConnection(READER, connectionId, { clock, random: Math.random }, signal);
      return [];
    },
    "find-sources": async () => {
      const now = clock();
      const { due, unplanned } = await dueConnections(READER, now);
      await readDue(READER, due, unplanned, now);
      return [];
    },
  };
}
