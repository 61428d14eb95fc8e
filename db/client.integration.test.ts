import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { asOne, close, connect, db, wordedOnce } from "./client";
import { planKept } from "./kept-plans";
import { testDatabase } from "./testing/database";

const SCENARIO = fileURLToPath(new URL("testing/lost-connection.ts", import.meta.url));
const POOLS = [1, 2, 5, 10];

// In a process of its own: unfenced, the driver does not fail there, it ends the process.
async function play(scene: string, pool: number): Promise<unknown> {
  const { ownerUrl, appUrl } = testDatabase();
  const options = ["--import", "tsx", SCENARIO, scene, String(pool), ownerUrl, appUrl];
  const { stdout } = await promisify(execFile)(process.execPath, options, { timeout: 15_000 });
  return JSON.parse(stdout);
}

describe("a transaction whose connection dies", () => {
  test.each(POOLS)(
    "while it awaits something else: nothing of another is lost (pool of %i)",
    async (pool) => {
      expect(await play("idle", pool)).toEqual({
        late: "TransactionLost",
        lateSavepoint: "TransactionLost",
        a: "CONNECTION_CLOSED",
        rows: ["b1", "b2", "c"],
      });
    },
  );

  test.each(POOLS)("during a statement: nothing of another is lost (pool of %i)", async (pool) => {
    expect(await play("busy", pool)).toEqual({
      late: "TransactionLost",
      a: "CONNECTION_CLOSED",
      rows: ["b1", "b2", "c"],
    });
  });

  test.each(POOLS)("inside a savepoint: nothing of another is lost (pool of %i)", async (pool) => {
    expect(await play("savepoint", pool)).toEqual({
      late: "TransactionLost",
      a: "CONNECTION_CLOSED",
      rows: ["b1", "b2", "c"],
    });
  });
});

describe("a statement outside of a transaction", () => {
  test.each(POOLS)("is answered once the server is back (pool of %i)", async (max) => {
    const { owner, appUrl } = testDatabase();
    const { db: pool, close: end } = connect(appUrl, { max });
    const sleeping = sql`from pg_stat_activity
      where datname = current_database() and state = 'active' and query like '%pg_sleep(59)'`;
    const killed = Promise.allSettled(
      Array.from({ length: max }, () => pool.execute(sql`select pg_sleep(59)`)),
    );
    const asleep = async () =>
      (await owner.execute(sql`select count(*)::int as count ${sleeping}`))[0]?.count;
    await expect.poll(asleep, { timeout: 10_000 }).toBe(max);
    await owner.execute(sql`select pg_terminate_backend(pid, 5000) ${sleeping}`);
    expect((await killed).map(({ status }) => status)).toEqual(Array(max).fill("rejected"));
    // Whoever asks next has what is left of the connections that were killed.
    const asked = Array.from({ length: 2 * max }, (_, at) =>
      pool.execute(sql`select ${at}::int as n`),
    );
    expect((await Promise.all(asked)).flat()).toEqual(asked.map((_, n) => ({ n })));
    // And what was killed is not done again.
    expect(await asleep()).toBe(0);
    const rows = await pool.select({ n: sql<number>`1` }).from(sql`(select) one`);
    expect(rows).toEqual([{ n: 1 }]);
    await end();
  });
});

describe("a transaction", () => {
  test("keeps everything or nothing", async () => {
    const { owner, transaction, db } = testDatabase();
    await owner.execute(sql`create table kept (n int); grant all on kept to baton_app`);
    const failing = transaction(async (tx) => {
      await tx.execute(sql`insert into kept values (1)`);
      throw new Error("on second thoughts");
    });
    await expect(failing).rejects.toThrow("on second thoughts");
    await transaction((tx) => tx.execute(sql`insert into kept values (2)`));
    expect(await db.execute(sql`select n from kept`)).toEqual([{ n: 2 }]);
  });

  test("inside another one is part of it", async () => {
    const { owner, transaction, db } = testDatabase();
    await owner.execute(sql`create table joined (n int); grant all on joined to baton_app`);
    const outer = transaction(async (tx) => {
      await transaction((inner) => inner.execute(sql`insert into joined values (1)`), tx);
      throw new Error("the outer one fails");
    });
    await expect(outer).rejects.toThrow("the outer one fails");
    expect(await db.execute(sql`select n from joined`)).toEqual([]);
  });

  test("a failed savepoint undoes its own part only", async () => {
    const { owner, transaction, db } = testDatabase();
    await owner.execute(sql`create table part (n int primary key); grant all on part to baton_app`);
    await transaction(async (tx) => {
      await tx.execute(sql`insert into part values (1)`);
      const twice = tx.transaction((inner) => inner.execute(sql`insert into part values (1)`));
      await expect(twice).rejects.toMatchObject({ cause: { code: "23505" } });
      await tx.execute(sql`insert into part values (2)`);
    });
    expect(await db.execute(sql`select n from part order by n`)).toEqual([{ n: 1 }, { n: 2 }]);
  });

  test("keeps the plan of a statement that asks for it, and of no other", async () => {
    const { transaction } = testDatabase();
    const plans = await transaction(async (tx) => {
      const ask = sql`select ${"often"}::text`;
      await tx.execute(ask);
      for (const _ of [1, 2]) await tx.execute(planKept(ask));
      return tx.execute(sql`
        select statement from pg_prepared_statements where statement like '%select $1::text%'`);
    });
    expect(plans).toEqual([{ statement: "/* plan kept */ select $1::text" }]);
  });
});

describe("a statement with gaps", () => {
  const filled = sql.placeholder("filled");
  const asked = () =>
    wordedOnce("echo", () => {
      words += 1;
      return db
        .select({ said: sql<string>`${filled}::text` })
        .from(sql`(select) one`)
        .prepare("echo");
    });
  let words = 0;

  test("is worded once, whatever fills it", async () => {
    testDatabase();
    expect(await asked().execute({ filled: "one" })).toEqual([{ said: "one" }]);
    expect(await asked().execute({ filled: "other" })).toEqual([{ said: "other" }]);
    expect(words).toBe(1);
  });

  test("has its plan kept, however many values it has", async () => {
    const one = connect(testDatabase().appUrl, { max: 1 });
    const gap = sql.placeholder("gap");
    const many = sql<number>`0${sql.join(Array.from({ length: 60 }, () => sql` + ${gap}::int`))}`;
    const said = { sum: many };
    const statement = one.db.select(said).from(sql`(select) one`).prepare("many");
    expect(await statement.execute({ gap: 2 })).toEqual([{ sum: 120 }]);
    const kept = await one.db.execute(sql`
      select parameter_types from pg_prepared_statements where statement like 'select 0 + %'`);
    await one.close();
    expect(kept).toHaveLength(1);
  });

  test("within a transaction of everything is asked there, and sees what that wrote", async () => {
    const { owner } = testDatabase();
    await owner.execute(sql`create table told (n int); grant all on told to baton_app`);
    const count = () =>
      wordedOnce("told", () =>
        db.select({ n: sql<number>`count(*)::int` }).from(sql`told`).prepare("told"),
      ).execute();
    expect(await count()).toEqual([{ n: 0 }]);
    const undone = asOne(async () => {
      await db.execute(sql`insert into told values (1)`);
      expect(await count()).toEqual([{ n: 1 }]);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await count()).toEqual([{ n: 0 }]);
  });

  test("is worded anew for a pool that was opened anew", async () => {
    await close();
    const before = words;
    expect(await asked().execute({ filled: "again" })).toEqual([{ said: "again" }]);
    expect(words).toBe(before + 1);
  });
});

test("arrays go in and come out as lists, whoever wrote the statement", async () => {
  const { db } = testDatabase();
  const texts = ["plain", "with, comma", 'with "quotes"', "back\\slash", "", "NULL"];
  const ids = [crypto.randomUUID(), crypto.randomUUID()];
  const [row] = await db.execute(sql`
    select ${sql.param(texts)}::text[] as texts, ${sql.param(ids)}::uuid[] as ids,
      ${sql.param([1, 2])}::int[] as numbers`);
  expect(row).toEqual({ texts, ids, numbers: [1, 2] });
});
