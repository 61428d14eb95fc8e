import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { testDatabase } from "./database";

/** Resolves once so many statements of this test's database wait for another transaction. */
export async function untilWaiting(count: number): Promise<void> {
  const { owner } = testDatabase();
  const waiting = async () => {
    const [row] = await owner.execute<{ count: number }>(sql`
      select count(*)::int as count from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`);
    return row?.count;
  };
  await expect.poll(waiting, { timeout: 30_000 }).toBe(count);
}
