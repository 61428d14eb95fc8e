import type { Job, JobResult } from "pg-boss";
import { applicationUrl } from "@/db/application-role";
import { bossOn } from "@/db/boss";
import { connect } from "@/db/client";
import { env } from "../env";
import { log } from "../log";
import { type Payload, QUEUE_NAMES, type QueueDefinition, type QueueName, queueOf } from "./queues";

/**
 * Does the jobs of one queue, as many as it was given at a time. Rejects where all of them failed;
 * answers the indexes of those that did where only some have. `signal` ends with the claim on them.
 */
export type Handler<N extends QueueName> = (
  payloads: readonly Payload<N>[],
  signal: AbortSignal,
) => Promise<readonly number[] | undefined>;
export type Handlers = { [N in QueueName]: Handler<N> };

/** Connections of the runner's own: its fetches never wait for a page's queries. */
const CONNECTIONS = 3;
/** pg-boss's least: so a job begins within half a second of its commit. By the clock it may be later. */
const POLL_SECONDS = 0.5;
const POLL_BY_THE_CLOCK_SECONDS = 3;
/** How often the lost jobs of killed workers are looked for. */
const SUPERVISE_SECONDS = 2;
/** How long a stop waits for jobs under way, less than whoever stops us does; then they are given back. */
const STOP_LIMIT_MS = 4_000;

const RUNNING = {
  supervise: true,
  schedule: true,
  superviseIntervalSeconds: SUPERVISE_SECONDS,
  monitorIntervalSeconds: SUPERVISE_SECONDS,
  maintenanceIntervalSeconds: 600,
  cronMonitorIntervalSeconds: 15,
  // A hidden personal detail could be in a statement's values; our own log is told what went wrong.
  persistWarnings: false,
} as const;

export type RunningJobs = {
  /** Takes no more jobs, waits for those under way, and closes the connections. */
  stop(): Promise<void>;
};

/** Takes jobs of every queue from now on and gives them to their handlers. */
export async function runJobs(handlers: Handlers): Promise<RunningJobs> {
  const { DATABASE_URL, DATABASE_APP_URL } = env();
  const { db, close } = connect(applicationUrl(DATABASE_URL, DATABASE_APP_URL), {
    max: CONNECTIONS,
  });
  const boss = bossOn(db, RUNNING);
  boss.on("error", (err) => log().error({ err }, "The jobs' own bookkeeping failed"));
  boss.on("warning", ({ message }) => log().warn({ message }, "The jobs warn"));
  await boss.start({ attempts: Number.MAX_SAFE_INTEGER });
  for (const name of QUEUE_NAMES) {
    const take = (jobs: Job[]) => handled(name, handlers[name] as Handler<QueueName>, jobs);
    const options = workOptions(queueOf(name));
    await boss.work(name, options, take);
    // One worker is kept for what cannot wait behind a file's thousands of rows.
    if (options.batchSize > 1) await boss.work(name, { ...options, minPriority: 1 }, take);
  }
  return {
    stop: async () => {
      await boss.stop({ graceful: true, close: false, timeout: STOP_LIMIT_MS });
      await close();
    },
  };
}

const workOptions = ({ batch = 1, every }: QueueDefinition) => ({
  batchSize: batch,
  burstWhenBatchFull: batch > 1,
  perJobResults: true as const,
  pollingIntervalSeconds: every ? POLL_BY_THE_CLOCK_SECONDS : POLL_SECONDS,
});

async function handled(
  name: QueueName,
  handler: Handler<QueueName>,
  jobs: readonly Job[],
): Promise<JobResult[]> {
  const { payload } = queueOf(name);
  const read = jobs.map((job) => payload.safeParse(job.data));
  const good = read.flatMap(({ success, data }, index) => (success ? [{ index, data }] : []));
  const signal = AbortSignal.any(jobs.map((job) => job.signal));
  const payloads = good.map(({ data }) => data as Payload<QueueName>);
  const failed = await handler(payloads, signal).catch((err: unknown) => {
    log().error({ err, queue: name }, "A job failed");
    return good.map((_, position) => position);
  });
  const done = new Set(
    good.filter((_, position) => !failed?.includes(position)).map(({ index }) => index),
  );
  return jobs.map(({ id }, index) => ({ id, status: done.has(index) ? "completed" : "failed" }));
}
