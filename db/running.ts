import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/**
 * Names a process so that a later one with the same number is not taken for it: `1234-5678`, the
 * number and, where /proc tells it, the moment it began. Undefined when no such process runs.
 */
export function stampOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return undefined;
  }
  const stat = readOr(`/proc/${pid}/stat`);
  if (stat === undefined) return `${pid}-0`;
  // The name in the second field may hold spaces and brackets: what counts comes after its end.
  const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  // A zombie answers to signals for as long as nobody collects it, which in a container is for ever.
  return state === "Z" ? undefined : `${pid}-${fields[18]}`;
}

/** True while the process that a stamp was made of lives; a later one with its id is another. */
export function isRunning(stamp: string): boolean {
  return stampOf(Number.parseInt(stamp, 10)) === stamp;
}

/** The stamp of this process. */
export function ownStamp(): string {
  return stampOf(process.pid) ?? `${process.pid}-0`;
}

/** The program a process runs, as far as the system tells: `postgres`. */
export function programOf(pid: number): string | undefined {
  return readOr(`/proc/${pid}/comm`)?.trim();
}

/** Runs `work` while no other live process holds `path`; one that died holding it is passed over. */
export async function exclusively<T>(path: string, work: () => Promise<T>): Promise<T> {
  const mine = `${path}.${crypto.randomUUID()}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(mine, ownStamp());
  try {
    while (!claim(mine, path)) {
      const holder = readOr(path);
      if (holder !== undefined && !isRunning(holder)) rmSync(path, { force: true });
      else await wait(50);
    }
    return await work().finally(() => rmSync(path, { force: true }));
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Who uses a shared thing: one file per process, named by its stamp. */
export function usersOf(folder: string) {
  const mine = join(folder, ownStamp());
  return {
    join: () => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(mine, "");
    },
    leave: () => rmSync(mine, { force: true }),
    /** Forgets the dead and tells whether anyone else lives. */
    others: () => {
      for (const stamp of listOr(folder)) if (!isRunning(stamp)) rmSync(join(folder, stamp));
      return listOr(folder).some((stamp) => stamp !== ownStamp());
    },
  };
}

// A link appears with its content in one step; a file made and then written could be seen empty.
function claim(mine: string, path: string): boolean {
  try {
    linkSync(mine, path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function readOr(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function listOr(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
