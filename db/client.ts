import { AsyncLocalStorage } from "node:async_hooks";
import { sql } from "drizzle-orm";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/platform/env";
import { applicationUrl } from "./application-role";
import { ARRAY_TYPES } from "./array-literal";
import { nameOutages, printStatementsWithoutGiven } from "./failed-statement";
import { fence } from "./fence";
import { readJsonOnce } from "./json-as-read";
import { keepPlans } from "./kept-plans";
import { limitWaiting } from "./places";

// At once and not with the pool: each bundle of the server has a driver of its own.
printStatementsWithoutGiven();
readJsonOnce();
nameOutages();

export type Db = PostgresJsDatabase;
export type Transaction = Parameters<Parameters<Db["transaction"]>[0]>[0];

export interface Connection {
  db: Db;
  /**
   * Runs `work` in one transaction, or inside `outer` when it is given, so that a nested command
   * joins it. Rejects with what `work` threw, or with the driver's error when the connection died:
   * then nothing was kept.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>, outer?: Transaction): Promise<T>;
  /** Ends the pool, waiting at most five seconds for statements under way. */
  close(): Promise<void>;
}

interface ConnectOptions {
  /** Connections in the pool. */
  max?: number;
  /**
   * The longest a statement may take, in milliseconds; 0 for no limit (migrations, imports), and then
   * for waiting neither.
   */
  statementTimeout?: number;
  /** The longest a statement waits for a lock, and for a connection of the pool, in milliseconds. */
  longestWait?: number;
  /** Seconds until an unused connection is closed; 0 for never, as a session's lock needs it. */
  idleTimeout?: number;
}

/** Connections in the application's pool. */
export const POOL_SIZE = 10;
/** Whoever is kept from a page by a locked table is told so within seconds; what writes tries again. */
const LONGEST_WAIT = 4_000;
const CLOSE_LIMIT_SECONDS = 5;

/** What a pool and a listener have in common. */
const COMMON = {
  connect_timeout: 10,
  keep_alive: 15,
  // By default up to 20 seconds: too long to stand still after the server is back.
  backoff: (attempt: number) => Math.min(0.05 * attempt, 1),
  onnotice: () => {},
  fetch_types: false,
};

/**
 * Opens a pool; connects at the first statement. The only place that makes a driver.
 * Every wait has a limit, because the driver hangs where it should fail (upstream #1097, #1193).
 */
export function connect(
  url: string,
  {
    max = POOL_SIZE,
    statementTimeout = 15_000,
    idleTimeout = 60,
    longestWait = LONGEST_WAIT,
  }: ConnectOptions = {},
): Connection {
  const waits = statementTimeout === 0 ? 0 : longestWait;
  const fenced = fence(
    postgres(url, {
      ...COMMON,
      max,
      idle_timeout: idleTimeout,
      max_lifetime: 30 * 60,
      types: ARRAY_TYPES,
      connection: {
        application_name: "baton",
        TimeZone: "UTC",
        statement_timeout: statementTimeout,
        lock_timeout: waits,
        idle_in_transaction_session_timeout: 60_000,
      },
    }),
  );
  const client = waits === 0 ? fenced : limitWaiting(fenced, max, waits);
  const db = drizzle(keepPlans(client), { casing: "snake_case" });
  return {
    db,
    transaction: (work, outer) => (outer ? work(outer) : db.transaction(work)),
    close: () => within(CLOSE_LIMIT_SECONDS + 1, client.end({ timeout: CLOSE_LIMIT_SECONDS })),
  };
}

/** True where a server answers at an address, and lets its role in. */
export async function letsIn(url: string): Promise<boolean> {
  const { db, close } = connect(url, { max: 1 });
  return db
    .execute(sql`select 1`)
    .then(
      () => true,
      () => false,
    )
    .finally(close);
}

/**
 * Hears what the database announces on `channels`, on one connection of its own that comes back
 * by itself. `onListening` is called each time it (again) hears a channel: what was announced in
 * between is lost, so whoever cares looks. Not through a pooler in transaction mode.
 */
function listen(
  url: string,
  channels: readonly string[],
  onNotice: (channel: string, payload: string) => void,
  onListening: (channel: string) => void,
): Listener {
  const client = postgres(url, {
    ...COMMON,
    max: 1,
    connection: { application_name: "baton live" },
  });
  for (const channel of channels) {
    // It goes on trying; the first failure is no news, since every loss is made up for.
    client
      .listen(
        channel,
        (payload) => onNotice(channel, payload),
        () => onListening(channel),
      )
      .catch(() => {});
  }
  return { close: () => within(CLOSE_LIMIT_SECONDS, client.end({ timeout: 0 })) };
}

type Listener = { close(): Promise<void> };

/** The transaction that everything asked from here belongs to, until it is over. */
type Joined = { tx: Transaction | null };

// Kept on the global object: Next's development server loads this module again at each change.
const shared = globalThis as typeof globalThis & {
  batonConnection?: Connection;
  batonListener?: Listener;
  batonJoined?: AsyncLocalStorage<Joined>;
};

shared.batonJoined ??= new AsyncLocalStorage();
const joined = shared.batonJoined;

const applicationAddress = () => applicationUrl(env().DATABASE_URL, env().DATABASE_APP_URL);

function application(): Connection {
  shared.batonConnection ??= connect(applicationAddress());
  return shared.batonConnection;
}

/** Opens the one listening connection of this process, if it is not there yet. */
export function listenOnce(...rest: ArgumentsAfterUrl): void {
  shared.batonListener ??= listen(applicationAddress(), ...rest);
}
type ArgumentsAfterUrl = Parameters<typeof listen> extends [string, ...infer Rest] ? Rest : never;

const joining =
  <T>(work: (tx: Transaction) => Promise<T>) =>
  async (tx: Transaction): Promise<T> => {
    const within: Joined = { tx };
    try {
      return await joined.run(within, () => work(tx));
    } finally {
      within.tx = null;
    }
  };

/** The application's pool, under the application's role; opened at first use. Within `asOne` its transaction. */
export const db: Db = new Proxy({} as Db, {
  get: (_, key) => Reflect.get(joined.getStore()?.tx ?? application().db, key),
  getPrototypeOf: () => Reflect.getPrototypeOf(application().db),
});

/** `Connection.transaction` on the application's pool; within `asOne` a savepoint of its transaction. */
export function transaction<T>(
  work: (tx: Transaction) => Promise<T>,
  outer?: Transaction,
): Promise<T> {
  const all = joined.getStore()?.tx;
  if (all && !outer) return all.transaction(joining(work));
  return application().transaction(work, outer);
}

/**
 * Runs `work` as one transaction: all that it asks of the database, by whatever way, is kept with it or
 * not at all. Not for work that begins two transactions at the same time or waits for other systems.
 */
export function asOne<T>(work: () => Promise<T>): Promise<T> {
  return application().transaction(joining(work));
}

/** Statements that are kept worded; each view of a list has its own. */
const WORDED = 200;
const worded = new WeakMap<Connection, Map<string, unknown>>();

/**
 * A prepared statement with gaps (`sql.placeholder`), worded once for all who run it under its name:
 * for the long ones of a page, which take longer to be worded than to be run. Within `asOne` it is
 * worded anew, for that transaction.
 */
export function wordedOnce<Statement>(name: string, word: () => Statement): Statement {
  if (joined.getStore()?.tx) return word();
  const connection = application();
  const known = worded.get(connection) ?? new Map<string, unknown>();
  worded.set(connection, known);
  const statement = (known.get(name) as Statement | undefined) ?? word();
  if (!known.has(name) && known.size < WORDED) known.set(name, statement);
  return statement;
}

/** Closes the application's pool and its listening connection if they were ever opened. */
export async function close(): Promise<void> {
  const { batonConnection, batonListener } = shared;
  delete shared.batonConnection;
  delete shared.batonListener;
  await Promise.all([batonConnection?.close(), batonListener?.close()]);
}

function within(seconds: number, ending: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, seconds * 1000);
    ending.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
