import { sql } from "drizzle-orm";
import { type Db as BossDb, type ConstructorOptions, fromDrizzle, PgBoss } from "pg-boss";
import {
  QUEUE_NAMES,
  type QueueDefinition,
  type QueueName,
  queueOf,
} from "@/lib/platform/jobs/queues";
import { APPLICATION_ROLE } from "./application-role";
import type { Db } from "./client";

const SCHEMA = "pgboss";
/** A worker that was killed is noticed after so long without a sign of life; pg-boss's least. */
const HEARTBEAT_SECONDS = 10;
/** Jobs that are done are of no more interest than this. */
const KEEP_DONE_SECONDS = 3_600;

/** What every instance has in common: our own driver, no DDL, nothing told to anybody. */
const COMMON: ConstructorOptions = {
  schema: SCHEMA,
  migrate: false,
  createSchema: false,
  supervise: false,
  schedule: false,
  registerInstance: false,
  // Both need the owner's rights, and tables of this size need neither.
  reindex: false,
  monitorVacuum: false,
  openTelemetry: { enabled: false },
};

/** The rights pg-boss's own statements need of the application's role: rows, and no tables. */
const GRANTS = [
  `grant usage on schema ${SCHEMA} to ${APPLICATION_ROLE}`,
  `grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${APPLICATION_ROLE}`,
  `grant usage, select on all sequences in schema ${SCHEMA} to ${APPLICATION_ROLE}`,
  `grant execute on all functions in schema ${SCHEMA} to ${APPLICATION_ROLE}`,
];

type Executor = Parameters<typeof fromDrizzle>[0];

/** Drizzle hands JSON and instants to the driver as they are, so they are text before they get there. */
function asText(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  const isContent = typeof value === "object" && value !== null && !Array.isArray(value);
  return isContent && !Buffer.isBuffer(value) ? JSON.stringify(value) : value;
}

/** Statements of pg-boss on a connection, or in a transaction, of ours. */
export function through(executor: Executor): BossDb {
  const { executeSql } = fromDrizzle(executor, sql);
  return { executeSql: (text, values) => executeSql(text, values?.map(asText)) };
}

/** Statements that pg-boss wants kept together or not at all; the driver asks for a real transaction. */
const TOGETHER = /^\s*BEGIN;(.*)COMMIT;\s*$/s;

function throughPool(db: Db): BossDb {
  const single = through(db);
  const executeSql: BossDb["executeSql"] = (text, values) => {
    const together = TOGETHER.exec(text)?.[1];
    if (together === undefined) return single.executeSql(text, values);
    return db.transaction((tx) => through(tx).executeSql(together, values));
  };
  return { executeSql };
}

/** pg-boss on connections of ours; `options` for whoever runs jobs. Not started yet. */
export function bossOn(db: Db, options: ConstructorOptions = {}): PgBoss {
  return new PgBoss({ ...COMMON, ...options, db: throughPool(db) });
}

const queueOptions = ({ retry, expire }: QueueDefinition) => ({
  retryLimit: retry.limit,
  retryDelay: retry.delay,
  retryDelayMax: retry.delayMax,
  retryBackoff: true,
  expireInSeconds: expire,
  heartbeatSeconds: HEARTBEAT_SECONDS,
  deleteAfterSeconds: KEEP_DONE_SECONDS,
});

/**
 * Installs or updates pg-boss's tables as their owner, makes the queues as they are defined, and
 * lets the application's role work with them. Safe to repeat; whoever migrates holds the lock.
 */
export async function installJobs(owner: Db): Promise<void> {
  const boss = bossOn(owner, { migrate: true, createSchema: true });
  boss.on("error", () => {});
  try {
    await boss.start();
    for (const name of QUEUE_NAMES) await makeQueue(boss, name);
  } finally {
    await boss.stop({ graceful: false, close: false });
  }
  for (const grant of GRANTS) await owner.execute(sql.raw(grant));
}

async function makeQueue(boss: PgBoss, name: QueueName): Promise<void> {
  const { every, ...queue } = queueOf(name);
  const options = queueOptions(queue);
  const known = await boss.getQueue(name);
  await (known ? boss.updateQueue(name, options) : boss.createQueue(name, options));
  if (every) await boss.schedule(name, every, {});
}
