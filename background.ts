import { trendHandlers } from "@/lib/audit/trends/handlers";
import { outgoingHandlers } from "@/lib/connections/outbox/handlers";
import { senderHandlers } from "@/lib/connections/senders/handlers";
import { sourceHandlers } from "@/lib/connections/sources/handlers";
import { boardHandlers } from "@/lib/documentation/board/counts/handlers";
import { standardHandlers } from "@/lib/gate/anew/handlers";
import { exclusionHandlers } from "@/lib/gate/by-exclusions/handlers";
import { modelHandlers } from "@/lib/gate/by-model/handlers";
import { enrichmentHandlers } from "@/lib/gate/enrichment/handlers";
import { manyHandlers } from "@/lib/gate/many/handlers";
import { scoreHandlers } from "@/lib/gate/score-due/handlers";
import { waitingHandlers } from "@/lib/gate/waiting/handlers";
import { visitHandlers } from "@/lib/intake/activities/visits/handlers";
import { noticeHandlers } from "@/lib/notices/handlers";
import { systemClock } from "@/lib/platform/clock";
import { type RunningJobs, runJobs } from "@/lib/platform/jobs/runner";
import { log } from "@/lib/platform/log";
import { liveHandlers } from "@/lib/queue/live/handlers";
import { escalationHandlers } from "@/lib/sla/escalation/handlers";
import { trailHandlers } from "@/lib/trail/counts/handlers";

// On the global object: development loads this module again at each change.
const shared = globalThis as typeof globalThis & {
  batonJobs?: Promise<RunningJobs>;
  batonRunningJobs?: RunningJobs | undefined;
};

/**
 * Runs the jobs of the whole product in this process; once, however often it is asked for. A
 * database that does not answer is waited for, as long as it takes.
 */
export function runBackground(): Promise<RunningJobs> {
  shared.batonJobs ??= runJobs({
    ...enrichmentHandlers(systemClock),
    ...noticeHandlers(systemClock),
    ...standardHandlers(systemClock),
    ...modelHandlers(systemClock),
    ...exclusionHandlers(systemClock),
    ...manyHandlers(systemClock),
    ...visitHandlers(systemClock),
    ...trailHandlers(systemClock),
    ...scoreHandlers(systemClock),
    ...liveHandlers(systemClock),
    ...escalationHandlers(systemClock),
    ...waitingHandlers(systemClock),
    ...trendHandlers(systemClock),
    ...senderHandlers(systemClock),
    ...outgoingHandlers(systemClock),
    ...sourceHandlers(systemClock),
    ...boardHandlers,
  });
  shared.batonJobs.then(
    (running) => {
      shared.batonRunningJobs = running;
    },
    (err: unknown) => log().error({ err }, "Background jobs do not run here"),
  );
  return shared.batonJobs;
}

/** Ends what runs in the background: nothing new is begun, and what is under way has a few seconds. */
export async function stopBackground(): Promise<void> {
  const running = shared.batonRunningJobs;
  shared.batonRunningJobs = undefined;
  await running?.stop();
}

/**
 * Puts the end of the jobs before the end of the web server, which otherwise leaves as soon as its
 * requests are answered, and its jobs to whoever notices that they are lost.
 */
export function stopBackgroundFirst(): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    const others = process.listeners(signal);
    process.removeAllListeners(signal);
    process.on(signal, () => {
      const handOn = () => {
        for (const other of others) other(signal);
      };
      void stopBackground().then(handOn, handOn);
    });
  }
}
