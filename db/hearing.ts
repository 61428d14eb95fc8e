import { sql } from "drizzle-orm";
import { db, listenOnce } from "./client";

type Wake = () => void;

// On the global object: the server's bundles and development's reloads each load this module anew.
const shared = globalThis as typeof globalThis & { batonWatchers?: Map<string, Set<Wake>> };

/** What the database announces: a queue changed (payload: whose), a session ended (which). */
const CHANNELS = ["queue_change", "session_end"] as const;
type Channel = (typeof CHANNELS)[number];

const watchers = () => {
  shared.batonWatchers ??= new Map();
  return shared.batonWatchers;
};

const wakeAll = (set: Iterable<Wake>) => {
  for (const wake of [...set]) wake();
};

/**
 * Calls `wake` at each notice about `subject`, and whenever notices may have been lost, until the
 * function it answers is called. One listening connection serves the whole process.
 */
export function hear(channel: Channel, subject: string, wake: Wake): () => void {
  const key = `${channel} ${subject}`;
  const set = watchers().get(key) ?? new Set();
  watchers().set(key, set.add(wake));
  listenOnce(
    CHANNELS,
    (from, about) => wakeAll(watchers().get(`${from} ${about}`) ?? []),
    () => {
      for (const [each, those] of watchers()) if (each.startsWith("queue_change")) wakeAll(those);
    },
  );
  return () => {
    set.delete(wake);
    if (set.size === 0 && watchers().get(key) === set) watchers().delete(key);
  };
}

/** Announces by itself what no change of a row does. */
export async function announce(channel: Channel, subject: string): Promise<void> {
  await db.execute(sql`select pg_notify(${channel}, ${subject})`);
}
