/**
 * Plays what traps.md describes and prints what became of it: the connection of transaction A is
 * killed, B begins on whatever the pool makes of that, A's late statement arrives, B goes on.
 * Arguments: scene, connections in the pool, owner's address, application's address.
 */
import { sql } from "drizzle-orm";
import { connect, type Transaction } from "@/db/client";

const [scene = "", pool, ownerUrl = "", appUrl = ""] = process.argv.slice(2);
const owner = connect(ownerUrl, { max: 2 });
const application = connect(appUrl, { max: Number(pool) });

const add = (tx: Transaction, who: string) => tx.execute(sql`insert into seen values (${who})`);
const nameOf = (error: unknown): string => {
  const named = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(named instanceof Error)) return "no error";
  return "code" in named ? String(named.code) : named.name;
};
const failure = (attempt: Promise<unknown>) => attempt.then(() => "no error", nameOf);

await owner.db.execute(sql`
  drop table if exists seen; create table seen (who text); grant all on seen to baton_app`);

const begun = Promise.withResolvers<number>();
const bInside = Promise.withResolvers<void>();
const lateDone = Promise.withResolvers<void>();
const said: Record<string, string> = {};

async function announce(tx: Transaction) {
  const [row] = await tx.execute(sql`select pg_backend_pid() as pid`);
  begun.resolve(Number(row?.pid));
}

async function tryLate(tx: Transaction) {
  await bInside.promise;
  said.late = await failure(add(tx, "a, late"));
}

const scenes: Record<string, (tx: Transaction) => Promise<unknown>> = {
  idle: async (tx) => {
    await announce(tx);
    await tryLate(tx);
    said.lateSavepoint = await failure((async () => tx.transaction((inner) => add(inner, "a")))());
    lateDone.resolve();
    throw new Error("A gives up, which would roll back");
  },
  busy: async (tx) => {
    await announce(tx);
    await tx.execute(sql`select pg_sleep(60)`).catch(() => {});
    await tryLate(tx);
    lateDone.resolve();
  },
  savepoint: async (tx) => {
    await announce(tx);
    await tx.transaction(async (inner) => {
      await add(inner, "a, in its savepoint");
      await inner.execute(sql`select pg_sleep(60)`).catch(() => {});
      await tryLate(inner);
      lateDone.resolve();
    });
  },
};

const play = scenes[scene];
if (!play) throw new Error(`There is no scene ${scene}.`);
const a = application.transaction(async (tx) => {
  await add(tx, "a");
  await play(tx);
});
const aFailed = failure(a);

const pid = await begun.promise;
// The other scenes are to be killed in the middle of their statement.
while (scene !== "idle") {
  const [row] = await owner.db.execute(sql`
    select 1 from pg_stat_activity where pid = ${pid} and state = 'active' and query like '%pg_sleep%'`);
  if (row) break;
}
await owner.db.execute(sql`select pg_terminate_backend(${pid}, 5000)`);

const b = application.transaction(async (tx) => {
  await add(tx, "b1");
  bInside.resolve();
  await lateDone.promise;
  // A turn of the event loop for whatever the driver may still send in A's name.
  await new Promise((resolve) => setImmediate(resolve));
  await add(tx, "b2");
});
await b;
said.a = await aFailed;
await application.transaction((tx) => add(tx, "c"));

const rows = await owner.db.execute(sql`select who from seen order by who`);
process.stdout.write(JSON.stringify({ ...said, rows: rows.map((row) => row.who) }));
// Not closed: the driver waits in vain for a connection that was killed during a statement (#1097).
process.exit();
