import { systemActor } from "@/lib/access/viewer";
import type { Clock } from "@/lib/platform/clock";
import type { Handlers } from "@/lib/platform/jobs/runner";
import { log } from "@/lib/platform/log";
import { forgetActivities, forgetReceipts, sumUpCounts } from "./commands";

const RETENTION = systemActor("job", "Retention");
const COUNTS = systemActor("job", "Counts");

/** The jobs that keep the trail's own tables small. */
export const trailHandlers = (
  clock: Clock,
): Pick<Handlers, "sum-up-counts" | "forget-activities"> => ({
  "sum-up-counts": async () => {
    await sumUpCounts(COUNTS, clock());
    return [];
  },
  "forget-activities": async () => {
    const months = await forgetActivities(RETENTION, clock());
    if (months.length > 0) log().info({ months }, "Activities older than the retention are gone");
    const receipts = await forgetReceipts(RETENTION, clock());
    if (receipts > 0)
      log().info({ receipts }, "Receipts of activities that are gone are gone, too");
    return [];
  },
});
