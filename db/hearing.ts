import { sql } from "drizzle-orm";
import { db, listenOnce } from "./client";

type Wake = () => void;
type Watcher = { wake: Wake; missed: Wake };

// On the global object: the server's bundles and development's reloads each load this module anew.
const shared = globalThis as typeof globalThis & { batonWatchers?: Map<string, Set<Watcher>> };

/** What the database announces: a queue changed (payload: whose), a session ended (which). */
const CHANNELS = ["queue_change", "session_end"] as const;
type Channel = (typeof CHANNELS)[number];

const watchers = () => {
  shared.batonWatchers ??= new Map();
  return shared.batonWatchers;
};

/** Whom a notice of such a channel is for. */
const heardOn = (channel: string) =>
  [...watchers()].flatMap(([key, set]) => (key.startsWith(`${channel} `) ? [...set] : []));

/**
 * Calls `wake` at each notice about `subject`, and `missed` whenever notices may have been lost, until
 * the function it answers is called. One listening connection serves the whole process.
 */
export function hear(
  channel: Channel,
  subject: string,
  wake: Wake,
  missed: Wake = wake,
): () => void {
  const key = `${channel} ${subject}`;
  const watcher = { wake, missed };
  const set = watchers().get(key) ?? new Set();
  watchers().set(key, set.add(watcher));
  const heard = new Set<string>();
  listenOnce(
    CHANNELS,
    (from, about) => {
      for (const each of [...(watchers().get(`${from} ${about}`) ?? [])]) each.wake();
    },
    (from) => {
      // Whose session is watched before it is first heard of has just shown that they are signed in.
      const isNew = from === "session_end" && !heard.has(from);
      heard.add(from);
      if (!isNew) for (const each of heardOn(from)) each.missed();
    },
  );
  return () => {
    set.delete(watcher);
    if (set.size === 0 && watchers().get(key) === set) watchers().delete(key);
  };
}

/** Announces by itself what no change of a row does. */
export async function announce(channel: Channel, subject: string): Promise<void> {
  await db.execute(sql`select pg_notify(${channel}, ${subject})`);
}
