import { curate } from "@/lib/trail/curation/curation";
import { sift } from "@/lib/trail/exclusion/exclusions";
import { DEFAULT_TRAIL_SETTINGS } from "@/lib/trail/settings";
import { curatedLead, giveActivities } from "./commands";
import type { BenchDatabase } from "./databases";
import { median } from "./median";
import { activityReader } from "./queries";
import type { Row } from "./row";

/** Readings of one lead, milliseconds; `curate` is leaving out and choosing together. */
type Timed = { read: number; curate: number };

/**
 * For one lead with ever more activities: what it takes to sift and curate them, beside what it
 * takes to read them from the database. Where curating costs less than reading, a lead with a long
 * past costs what its rows cost, and no more.
 */
export async function curationRows(
  database: BenchDatabase,
  sizes: readonly number[],
): Promise<Row[]> {
  const now = new Date();
  for (const size of sizes) await giveActivities(database.ownerUrl, size, now);
  const { read, close } = activityReader(database.appUrl, new Date());
  const rows: Row[] = [];
  for (const size of sizes) {
    const timed = await timings(() => read(curatedLead(size)), repeats(size));
    const reading = median(timed.map((each) => each.read));
    const curating = median(timed.map((each) => each.curate));
    rows.push({
      what: `Curating ${size.toLocaleString("en")} activities of one lead over reading them`,
      ratio: curating / reading,
      limit: { way: "below", of: 1 },
      measured: `${curating.toFixed(2)} and ${reading.toFixed(2)} ms`,
    });
  }
  await close();
  return rows;
}

/** Enough for a steady median in a few seconds. */
const repeats = (activities: number) => Math.min(40, Math.max(3, Math.round(100_000 / activities)));

async function timings(
  read: () => ReturnType<ReturnType<typeof activityReader>["read"]>,
  times: number,
): Promise<Timed[]> {
  const timed: Timed[] = [];
  // The first few warm up the engine, and are not counted.
  for (let run = -3; run < times; run++) {
    const began = performance.now();
    const activities = await read();
    const had = performance.now();
    const now = new Date();
    const trail = curate(sift(activities, DEFAULT_TRAIL_SETTINGS, now).kept, { now });
    const done = performance.now();
    if (trail.length === 0) throw new Error("Nothing was curated.");
    if (run >= 0) timed.push({ read: had - began, curate: done - had });
  }
  return timed;
}
