import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { connect } from "./client";
import { isOutage } from "./outage";
import { testDatabase } from "./testing/database";

const { owner, appUrl } = testDatabase();
const WAIT = 500;
const within = async (work: Promise<unknown>) => {
  const began = performance.now();
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return { error, took: performance.now() - began };
};

beforeAll(async () => {
  await owner.execute(
    sql`create table looked (n int); grant all on looked to baton_app; create table free (n int); grant all on free to baton_app`,
  );
});

/** Nobody else may even read a table until `work` is done. */
async function whileLocked(work: () => Promise<void>) {
  await owner.transaction(async (tx) => {
    await tx.execute(sql`lock table looked in access exclusive mode`);
    await work();
  });
}

describe("where a table is locked", () => {
  it.each([1, 2, 5])(
    "each of many is refused within two waits, and what comes after it is served (pool of %i)",
    async (max) => {
      const { db, transaction, close } = connect(appUrl, { max, longestWait: WAIT });
      const read = () => within(db.execute(sql`select n from looked`));
      const write = () =>
        within(transaction((tx) => tx.execute(sql`insert into looked values (1)`)));
      await whileLocked(async () => {
        const all = Array.from({ length: 6 * max }, (_, at) => (at % 2 ? read() : write()));
        for (const { error, took } of await Promise.all(all)) {
          expect(isOutage(error)).toBe(true);
          expect(took).toBeLessThan(2 * WAIT + 1_500);
        }
        // No place was lost with those that were refused, and other tables are read meanwhile.
        const free = Array.from({ length: max }, () => within(db.execute(sql`select n from free`)));
        for (const { error } of await Promise.all(free)) expect(error).toBeNull();
      });
      const after = Array.from({ length: 3 * max }, (_, at) => (at % 2 ? read() : write()));
      for (const { error } of await Promise.all(after)) expect(error).toBeNull();
      await close();
    },
  );

  it("who came first is served first, and nobody waits for good who holds a place and asks for another", async () => {
    const { db, transaction, close } = connect(appUrl, { max: 1, longestWait: WAIT });
    const served: number[] = [];
    const ask = (n: number) =>
      db.execute(sql`select ${n}::int`).then(() => {
        served.push(n);
      });
    await Promise.all([1, 2, 3, 4].map(ask));
    expect(served).toEqual([1, 2, 3, 4]);
    const twice = transaction(async () => {
      await db.execute(sql`select 1`);
    });
    expect((await within(twice)).error).toMatchObject({ cause: { name: "PoolBusy" } });
    expect((await within(db.execute(sql`select 1`))).error).toBeNull();
    await close();
  });

  it("a statement that fails gives its place back", async () => {
    const { db, close } = connect(appUrl, { max: 1, longestWait: WAIT });
    for (let time = 0; time < 3; time += 1)
      expect((await within(db.execute(sql`select 1 / 0`))).error).not.toBeNull();
    expect((await within(db.execute(sql`select 1`))).error).toBeNull();
    await close();
  });
});
