import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { testDatabase } from "@/db/testing/database";
import { enqueue } from "./commands";
import { type Handler, type RunningJobs, runJobs } from "./runner";
import { idleHandlers } from "./testing/idle";

const { db, transaction, owner } = testDatabase();

let running: RunningJobs | undefined;
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

/** Runs jobs here with a handler for leads; the other queues have nothing to do. */
async function workWith(enrich: Handler<"enrich-lead">): Promise<void> {
  running = await runJobs({ ...idleHandlers(), "enrich-lead": enrich });
}

/** A handler that tells when this lead's job has come. */
function awaiting(leadId: string) {
  const come = Promise.withResolvers<void>();
  const handler: Handler<"enrich-lead"> = async (jobs) => {
    if (jobs.some((job) => job.leadId === leadId)) come.resolve();
    return [];
  };
  return { come: come.promise, handler };
}

const statesOf = async (leadId: string) => {
  const rows = await owner.execute<{ state: string; retries: number }>(sql`
    select state, retry_count as retries from pgboss.job where data ->> 'leadId' = ${leadId}`);
  return [...rows];
};

describe("G.2 a job", () => {
  it("begins within a second of the commit of what caused it", async () => {
    const come = new Map<string, () => void>();
    await workWith(async (jobs) => {
      for (const { leadId } of jobs) come.get(leadId)?.();
      return [];
    });
    const waits: number[] = [];
    // Some times, since whatever else the machine does makes one of them late.
    for (let time = 0; time < 5; time++) {
      const leadId = randomUUID();
      const begun = new Promise<void>((resolve) => come.set(leadId, resolve));
      await transaction((tx) => enqueue(tx, "enrich-lead", [{ leadId }]));
      const committed = performance.now();
      await begun;
      waits.push(performance.now() - committed);
    }
    expect(waits.toSorted((one, other) => one - other)[2]).toBeLessThan(1_000);
  });

  it("never was where its transaction is rolled back", async () => {
    const leadId = randomUUID();
    const rolledBack = transaction(async (tx) => {
      await enqueue(tx, "enrich-lead", [{ leadId }]);
      throw new Error("on second thought");
    });
    await expect(rolledBack).rejects.toThrow("on second thought");
    expect(await statesOf(leadId)).toEqual([]);
  });

  it("carries ids and nothing else", async () => {
    const payload = { leadId: randomUUID(), email: "ingrid@nordlys.example" };
    const given = transaction((tx) => enqueue(tx, "enrich-lead", [payload]));
    await expect(given).rejects.toThrow("email");
  });

  it("that failed is tried again later, and its neighbours are done", async () => {
    const [good, bad] = [randomUUID(), randomUUID()];
    const done = Promise.withResolvers<void>();
    await transaction((tx) => enqueue(tx, "enrich-lead", [{ leadId: good }, { leadId: bad }]));
    await workWith(async (jobs) => {
      setImmediate(() => done.resolve());
      return jobs.flatMap(({ leadId }, index) => (leadId === bad ? [index] : []));
    });
    await done.promise;
    await running?.stop();
    expect(await statesOf(good)).toMatchObject([{ state: "completed" }]);
    expect(await statesOf(bad)).toMatchObject([{ state: "retry" }]);
  });

  it("of a worker that was killed goes on elsewhere in seconds", { timeout: 60_000 }, async () => {
    const leadId = randomUUID();
    await transaction((tx) => enqueue(tx, "enrich-lead", [{ leadId }]));
    const script = "lib/platform/jobs/testing/doomed-worker.ts";
    const doomed = spawn(process.execPath, ["--import", "tsx", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    try {
      for await (const said of doomed.stdout) if (String(said).includes(leadId)) break;
    } finally {
      doomed.kill("SIGKILL");
    }
    await once(doomed, "exit");
    const killed = performance.now();
    const { come, handler } = awaiting(leadId);
    await workWith(handler);
    await come;
    expect(performance.now() - killed).toBeLessThan(30_000);
  });

  it("that outlives its time is told so, and what it answers then counts for nothing: it is done again", async () => {
    const leadId = randomUUID();
    await transaction((tx) => enqueue(tx, "enrich-lead", [{ leadId }]));
    await owner.execute(sql`
      update pgboss.job set expire_seconds = 1 where data ->> 'leadId' = ${leadId}`);
    const again = Promise.withResolvers<void>();
    let times = 0;
    await workWith(async (jobs, signal) => {
      if (!jobs.some((job) => job.leadId === leadId)) return [];
      times += 1;
      if (times > 1) again.resolve();
      else await once(signal, "abort");
      return [];
    });
    await again.promise;
    await expect.poll(() => statesOf(leadId)).toEqual([{ state: "completed", retries: 1 }]);
  });

  it("is out of reach of tables the application may not make or change", async () => {
    const make = db.execute(sql`create table pgboss.mine (id int)`);
    await expect(make).rejects.toMatchObject({ cause: { code: "42501" } });
    const drop = db.execute(sql`drop table pgboss.schedule`);
    await expect(drop).rejects.toMatchObject({ cause: { code: "42501" } });
  });
});
