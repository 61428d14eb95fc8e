import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { PgBoss } from "pg-boss";
import { applicationUrl } from "@/db/application-role";
import { bossOn, through } from "@/db/boss";
import { connect, type Transaction } from "@/db/client";
import { planKept, planKeptText } from "@/db/kept-plans";
import { env } from "../env";
import { log } from "../log";
import { type Payload, type QueueName, queueOf } from "./queues";

/** A day: what this instance knows of the queues does not change while it lives. */
const RARELY = 86_400;

// On the global object: development loads this module again at each change.
const shared = globalThis as typeof globalThis & { batonJobSender?: Promise<PgBoss> };

/**
 * The instance that only hands jobs in. It reads the queues once, on a connection of its own: those
 * who wait for it hold the pool's, and would otherwise wait for each other.
 */
function sender(): Promise<PgBoss> {
  shared.batonJobSender ??= openSender().catch((error: unknown) => {
    shared.batonJobSender = undefined;
    throw error;
  });
  return shared.batonJobSender;
}

async function openSender(): Promise<PgBoss> {
  const { DATABASE_URL, DATABASE_APP_URL } = env();
  const { db, close } = connect(applicationUrl(DATABASE_URL, DATABASE_APP_URL), { max: 1 });
  const boss = bossOn(db, { queueCacheIntervalSeconds: RARELY });
  boss.on("error", (err) => log().warn({ err }, "The job queues could not be read again"));
  await boss.start().catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return boss;
}

/** Sooner where higher; a file's rows wait for what came alone. */
type JobOptions = { priority?: number; startAfter?: Date };

/**
 * Hands jobs in, inside the transaction that causes them: they are there once it is committed, and
 * never were where it is not. Delivery is at least once, so a handler must be safe to run twice.
 * Answers their ids.
 */
export async function enqueue<N extends QueueName>(
  tx: Transaction,
  name: N,
  payloads: readonly Payload<N>[],
  options: JobOptions = {},
): Promise<string[]> {
  if (payloads.length === 0) return [];
  const { payload } = queueOf(name);
  const jobs = payloads.map((data) => ({
    id: randomUUID(),
    data: payload.parse(data),
    ...options,
  }));
  const boss = await sender();
  const { executeSql } = through(tx);
  const db = {
    executeSql: (text: string, values?: unknown[]) => executeSql(planKeptText(text), values),
  };
  await boss.insert(name, jobs, { db });
  return jobs.map(({ id }) => id);
}

/**
 * Those of the jobs that nobody has taken yet. Nobody takes them before this transaction is over, so
 * that they do what it changes, too: whoever takes jobs passes over those that somebody holds.
 */
export async function holdWaiting(
  tx: Transaction,
  name: QueueName,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.execute<{ id: string }>(
    planKept(sql`
      select id from pgboss.job
      where name = ${name} and id = any(${sql.param([...ids])}::uuid[]) and state = 'created'
      for share skip locked`),
  );
  return new Set(rows.map(({ id }) => id));
}
