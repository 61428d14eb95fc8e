import { enrichmentHandlers } from "@/lib/gate/enrichment/handlers";
import { systemClock } from "@/lib/platform/clock";
import { type RunningJobs, runJobs } from "@/lib/platform/jobs/runner";

// On the global object: development loads this module again at each change.
const shared = globalThis as typeof globalThis & { batonJobs?: Promise<RunningJobs> };

/** Runs the jobs of the whole product in this process; once, however often it is asked for. */
export function runBackground(): Promise<RunningJobs> {
  shared.batonJobs ??= runJobs({ ...enrichmentHandlers(systemClock) });
  return shared.batonJobs;
}

/** Ends what runs in the background: nothing new is begun, what is under way has ten seconds. */
export async function stopBackground(): Promise<void> {
  const running = await shared.batonJobs;
  shared.batonJobs = undefined;
  await running?.stop();
}
