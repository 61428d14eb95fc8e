import { sql } from "drizzle-orm";
import { applicationUrl } from "@/db/application-role";
import { connect, type Transaction } from "@/db/client";
import { DAY } from "@/lib/platform/durations";
import { env } from "@/lib/platform/env";
import { DEMONSTRATION_LEADS, isEmpty, seedDemonstration } from "../demonstration";
import { monthsBetween, nextMonth } from "../story/calendar";
import { STORY_DAYS } from "../story/plan";
import { activities, NUMBERED } from "./activities";
import { copyLeads } from "./copies";

export type LargeOptions = {
  /** How many leads, and how many activities, the database is to have; never fewer than played. */
  leads: number;
  activities: number;
  now: Date;
  seed?: number;
  log?: (line: string) => void;
};

/** Month by month, so that each partition is filled in the order of its key. */
async function addActivities(tx: Transaction, options: LargeOptions): Promise<void> {
  const { now, seed = 7, log = () => {} } = options;
  const [known] = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from activity`,
  );
  const wanted = options.activities - (known?.count ?? 0);
  await tx.execute(NUMBERED);
  await tx.execute(sql`create unique index on numbered_lead (number)`);
  await tx.execute(sql`analyze numbered_lead`);
  const start = new Date(now.getTime() - STORY_DAYS * DAY);
  const share = (until: Date) => (until.getTime() - start.getTime()) / (STORY_DAYS * DAY);
  let made = 0;
  for (const month of monthsBetween(start, now)) {
    const from = new Date(Math.max(month.getTime(), start.getTime()));
    const until = new Date(Math.min(nextMonth(month).getTime(), now.getTime()));
    const more = Math.round(wanted * share(until)) - made;
    if (more <= 0) continue;
    await tx.execute(sql`select baton_activity_month(${month.toISOString()}::timestamptz)`);
    await tx.execute(activities(more, from, until, seed + made));
    made += more;
  }
  log(`activity: ${made} added`);
}

/**
 * Makes the demonstration large, for the benchmark; plays it first where the database is empty.
 * Its leads are copied by set-based statements until there are enough, and raw activities are
 * added. Copied handoffs pass the gate's trigger with their leads' own values. The scores of copies
 * do not know the added activities.
 */
export async function seedLarge(options: LargeOptions): Promise<void> {
  const { leads, now, seed = 7, log = () => {} } = options;
  if (await isEmpty())
    await seedDemonstration({ now, seed, leads: Math.min(leads, DEMONSTRATION_LEADS), log });
  const { DATABASE_URL, DATABASE_APP_URL } = env();
  const patient = { max: 1, statementTimeout: 0 };
  const application = connect(applicationUrl(DATABASE_URL, DATABASE_APP_URL), patient);
  const enlarge = application.transaction(async (tx) => {
    await tx.execute(sql`set local work_mem = '256MB'`);
    // Nobody watches these queues grow.
    await tx.execute(sql`set local baton.quiet = 'on'`);
    await copyLeads(tx, { ...options, days: STORY_DAYS }, log);
    await addActivities(tx, options);
  });
  await enlarge.finally(application.close);
  // Only the owner may; without it the planner knows nothing of what has just come in.
  const owner = connect(DATABASE_URL, patient);
  await owner.db.execute(sql`vacuum analyze`).finally(owner.close);
}
