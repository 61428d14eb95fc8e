import { randomBytes } from "node:crypto";
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { APPLICATION_ROLE } from "./application-role";
import { letsIn } from "./client";
import { findHome, type Home, makePrivateFolder } from "./embedded-home";
import { freePort, logTail, postmasterOf, runProgram, shortenLog } from "./embedded-server";
import { exclusively, isRunning, stampOf, usersOf } from "./running";

/**
 * `demo` holds the demonstration company, `bench` a large one; `test` is fast and keeps nothing through
 * a power cut.
 */
type ClusterName = "demo" | "test" | "bench";

export interface Addresses {
  ownerUrl(database?: string): string;
  appUrl(database?: string): string;
}

export interface EmbeddedCluster extends Addresses {
  /** Stops the server, unless another live process still uses it. */
  stop(): Promise<void>;
}

interface Secrets {
  ownerPassword: string;
  appPassword: string;
}
interface State extends Secrets {
  port: number;
  /** Of the server process, see `stampOf`. */
  server: string;
}

const FOLDER = { demo: "postgres", test: "postgres-test", bench: "postgres-bench" };
const OWNER = "baton";
const DATABASE = "baton";
const PATIENCE_MS = 90_000;

const COMMON = {
  listen_addresses: "127.0.0.1",
  // Its path would have to be short and writable to both accounts; the network address is neither.
  unix_socket_directories: "",
  jit: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  log_timezone: "UTC",
  timezone: "UTC",
};
const CARELESS = {
  ...COMMON,
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  autovacuum: "off",
};
const SETTINGS = {
  demo: { ...COMMON, max_connections: "60" },
  test: { ...CARELESS, max_connections: "200" },
  // What is acknowledged is durable here too, since that is what is measured; nothing runs beside it. Room
  // for a large database to be written at once and then read from memory.
  bench: {
    ...COMMON,
    autovacuum: "off",
    max_connections: "100",
    shared_buffers: "1GB",
    max_wal_size: "8GB",
    maintenance_work_mem: "256MB",
  },
};

/**
 * Starts the PostgreSQL that comes as an npm package, or takes over the one that an earlier run
 * left behind, and registers this process as its user. It listens on this machine only, on a port
 * that is free now. Throws with the server's own last words when it does not start.
 */
export async function startEmbedded({
  name,
  dataFolder = ".data",
}: {
  name: ClusterName;
  dataFolder?: string;
}): Promise<EmbeddedCluster> {
  const home = findHome(dataFolder);
  const place = placeOf(name, dataFolder, home);
  const users = usersOf(`${place.note}.users`);
  const state = await exclusively(`${place.note}.lock`, async () => {
    users.join();
    const secrets = await ensureCluster(place);
    const running = await ensureServer(place, secrets);
    writePrivately(`${place.note}.json`, running);
    return running;
  });
  const stop = () =>
    exclusively(`${place.note}.lock`, async () => {
      users.leave();
      if (!users.others()) await stopServer(place);
    });
  return { ...addressesOf(state), stop };
}

/** The addresses of the embedded server if it runs now; starts nothing. */
export function runningEmbedded(name: ClusterName, dataFolder = ".data"): Addresses | undefined {
  const state = readJson<State>(`${join(dataFolder, FOLDER[name])}.json`);
  return state && isRunning(state.server) ? addressesOf(state) : undefined;
}

interface Place {
  name: ClusterName;
  home: Home;
  /** The data directory. */
  data: string;
  log: string;
  /** Path and stem of our own files about the cluster; always inside the clone. */
  note: string;
}

function placeOf(name: ClusterName, dataFolder: string, home: Home): Place {
  const data = join(home.data, FOLDER[name]);
  return { name, home, data, log: `${data}.log`, note: join(dataFolder, FOLDER[name]) };
}

function addressesOf({ port, ownerPassword, appPassword }: State): Addresses {
  const url = (user: string, password: string) => (database: string) =>
    `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
  return {
    ownerUrl: (database = DATABASE) => url(OWNER, ownerPassword)(database),
    appUrl: (database = DATABASE) => url(APPLICATION_ROLE, appPassword)(database),
  };
}

// Made beside and then renamed: a cluster that exists is a complete one, whenever we were killed.
async function ensureCluster(place: Place): Promise<Secrets> {
  const known = readJson<Secrets>(`${place.note}.json`);
  if (known && existsSync(join(place.data, "PG_VERSION"))) return known;
  const secret = () => randomBytes(24).toString("hex");
  const secrets = { ownerPassword: secret(), appPassword: secret() };
  const half = `${place.data}.new`;
  const passwordFile = `${half}.password`;
  for (const path of [half, place.data]) rmSync(path, { recursive: true, force: true });
  makePrivateFolder(half, place.home);
  writePrivately(passwordFile, secrets.ownerPassword, place.home);
  // One locale that every machine has and that sorts the same on all of them.
  const locale = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const options = ["--locale=C", ...locale, `--username=${OWNER}`, `--pwfile=${passwordFile}`];
  const made = await runProgram(place.home, "initdb", [
    ...["--pgdata", half, "--auth=scram-sha-256", "--no-instructions", ...options],
    ...(place.name === "demo" ? [] : ["--no-sync"]),
  ]);
  rmSync(passwordFile, { force: true });
  if (!made.ok) throw new Error(`The embedded PostgreSQL could not be set up.\n${made.output}`);
  writePrivately(`${place.note}.json`, secrets);
  renameSync(half, place.data);
  return secrets;
}

async function ensureServer(place: Place, secrets: Secrets): Promise<State> {
  const deadline = performance.now() + PATIENCE_MS;
  let complaint = "";
  while (performance.now() < deadline) {
    const running = postmasterOf(place.data);
    const server = running && stampOf(running.pid);
    if (running && server) {
      const state = { ...secrets, port: running.port, server };
      if (running.port > 0 && (await letsIn(addressesOf(state).ownerUrl("postgres")))) return state;
    } else {
      // Refused while backends of a server that was killed still end: tried again until they have.
      const started = await launch(place);
      if (started.ok) continue;
      complaint = started.output;
    }
    await wait(200);
  }
  throw new Error(
    `The embedded PostgreSQL does not start.\n${complaint}\n${logTail(place.log)}`.trim(),
  );
}

async function launch(place: Place) {
  shortenLog(place.log, place.home);
  const settings = Object.entries(SETTINGS[place.name]).map(([key, value]) => `-c ${key}=${value}`);
  const options = [`-p ${await freePort()}`, ...settings].join(" ");
  const how = ["--pgdata", place.data, "--log", place.log, "--options", options];
  return runProgram(place.home, "pg_ctl", ["start", "--wait", "--timeout=60", "--silent", ...how]);
}

async function stopServer(place: Place): Promise<void> {
  if (!postmasterOf(place.data)) return;
  const stop = (mode: string) =>
    runProgram(place.home, "pg_ctl", [
      ...["stop", "--pgdata", place.data, "--mode", mode, "--wait", "--timeout=20", "--silent"],
    ]);
  if (!(await stop("fast")).ok) await stop("immediate");
}

function readJson<T>(path: string): T | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, "utf8")) as T;
  } catch {
    return undefined;
  }
}

function writePrivately(path: string, content: string | object, home?: Home): void {
  const half = join(dirname(path), `.${process.pid}.new`);
  const text = typeof content === "string" ? `${content}\n` : `${JSON.stringify(content)}\n`;
  writeFileSync(half, text, { mode: 0o600 });
  if (home?.runAs) chownSync(half, home.runAs.uid, home.runAs.gid);
  renameSync(half, path);
}
