import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/platform/env";
import { applicationUrl } from "./application-role";
import { ARRAY_TYPES } from "./array-literal";
import { fence } from "./fence";

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

export interface ConnectOptions {
  /** Connections in the pool. */
  max?: number;
  /** The longest a statement may take, in milliseconds; 0 for no limit (migrations, imports). */
  statementTimeout?: number;
  /** Seconds until an unused connection is closed; 0 for never, as a session's lock needs it. */
  idleTimeout?: number;
}

const CLOSE_LIMIT_SECONDS = 5;

/**
 * Opens a pool; connects at the first statement. The only place that makes a driver.
 * Every wait has a limit, because the driver hangs where it should fail (upstream #1097, #1193).
 */
export function connect(
  url: string,
  { max = 10, statementTimeout = 15_000, idleTimeout = 60 }: ConnectOptions = {},
): Connection {
  const client = fence(
    postgres(url, {
      max,
      connect_timeout: 10,
      idle_timeout: idleTimeout,
      max_lifetime: 30 * 60,
      keep_alive: 15,
      // By default up to 20 seconds: too long to stand still after the server is back.
      backoff: (attempt: number) => Math.min(0.05 * attempt, 1),
      onnotice: () => {},
      fetch_types: false,
      types: ARRAY_TYPES,
      connection: {
        application_name: "baton",
        TimeZone: "UTC",
        statement_timeout: statementTimeout,
        idle_in_transaction_session_timeout: 60_000,
      },
    }),
  );
  const db = drizzle(client, { casing: "snake_case" });
  return {
    db,
    transaction: (work, outer) => (outer ? work(outer) : db.transaction(work)),
    close: () => within(CLOSE_LIMIT_SECONDS + 1, client.end({ timeout: CLOSE_LIMIT_SECONDS })),
  };
}

// Kept on the global object: Next's development server loads this module again at each change.
const shared = globalThis as typeof globalThis & { batonConnection?: Connection };

function application(): Connection {
  shared.batonConnection ??= connect(applicationUrl(env().DATABASE_URL, env().DATABASE_APP_URL));
  return shared.batonConnection;
}

/** The application's pool, under the application's role; opened at first use. */
export const db: Db = new Proxy({} as Db, {
  get: (_, key) => Reflect.get(application().db, key),
  getPrototypeOf: () => Reflect.getPrototypeOf(application().db),
});

/** `Connection.transaction` on the application's pool. */
export function transaction<T>(
  work: (tx: Transaction) => Promise<T>,
  outer?: Transaction,
): Promise<T> {
  return application().transaction(work, outer);
}

/** Closes the application's pool if it was ever opened. */
export async function close(): Promise<void> {
  const connection = shared.batonConnection;
  shared.batonConnection = undefined;
  await connection?.close();
}

function within(seconds: number, ending: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, seconds * 1000);
    ending.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
