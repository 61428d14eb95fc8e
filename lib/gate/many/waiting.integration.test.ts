import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { testDatabase } from "@/db/testing/database";
import { systemActor } from "@/lib/access/viewer";
import { type Handler, runJobs } from "@/lib/platform/jobs/runner";
import { idleHandlers } from "@/lib/platform/jobs/testing/idle";
import { JUDGED_AT_ONCE, judgeSoon } from "./commands";
import { JOINED_FOR_MS } from "./waiting";

const { db, transaction, owner } = testDatabase();
const now = new Date();
const sender = systemActor("connection", "Tests");

/** Too many to be judged at once. Nobody reads them before a job does. */
const leads = () => Array.from({ length: JUDGED_AT_ONCE + 1 }, () => randomUUID());
const tell = (ids: readonly string[]) => transaction((tx) => judgeSoon(tx, sender, ids, now));
/** The jobs that name these leads, each with those that it names, the oldest first. */
const jobsOf = async (ids: readonly string[]) => {
  const rows = await db.execute<{ named: string[] }>(sql`
    select data -> 'leadIds' as named from pgboss.job
    where name = 'judge-leads' and data -> 'leadIds' ?| ${sql.param([...ids])}::text[]
    order by created_on`);
  return rows.map(({ named }) => named);
};

// A job is joined for half a second: a busy machine is not to be what ends that.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("leads that many batches tell of at the same time", () => {
  it("are handed in once while their job waits, and only who is new is handed in besides", async () => {
    const [first, more] = [leads(), leads()];
    await tell(first);
    await tell(first);
    await tell([...first, ...more]);
    expect(await jobsOf([...first, ...more])).toEqual([first, more]);
  });

  it("are not judged before whoever joined their job is through", { timeout: 30_000 }, async () => {
    const [ids, later] = [leads(), leads()];
    const took: string[][] = [];
    const take: Handler<"judge-leads"> = async (jobs) => {
      const named = jobs.map(({ leadIds }) => leadIds);
      took.push(...named.filter(([id]) => id === ids[0] || id === later[0]));
      return [];
    };
    await tell(ids);
    const running = await transaction(async (tx) => {
      await judgeSoon(tx, sender, ids, now);
      await tell(later);
      const jobs = await runJobs({ ...idleHandlers(), "judge-leads": take });
      // The oldest is taken first: that a later one is through says that theirs was passed over.
      await expect.poll(() => took, { timeout: 10_000 }).toEqual([later]);
      return jobs;
    });
    await expect.poll(() => took, { timeout: 10_000 }).toEqual([later, ids]);
    await running.stop();
  });

  it("are handed in again once their job was taken", async () => {
    const ids = leads();
    await tell(ids);
    await owner.execute(sql`
      update pgboss.job set state = 'active' where data -> 'leadIds' ? ${ids[0]}`);
    await tell(ids);
    expect(await jobsOf(ids)).toEqual([ids, ids]);
  });

  it("are handed in where the batch before was not kept", async () => {
    const ids = leads();
    const failed = transaction(async (tx) => {
      await judgeSoon(tx, sender, ids, now);
      throw new Error("on second thought");
    });
    await expect(failed).rejects.toThrow("on second thought");
    await tell(ids);
    expect(await jobsOf(ids)).toEqual([ids]);
  });

  it("do not wait for ever where the batches never end", async () => {
    const ids = leads();
    await tell(ids);
    vi.advanceTimersByTime(JOINED_FOR_MS);
    await tell(ids);
    expect(await jobsOf(ids)).toEqual([ids, ids]);
  });
});
