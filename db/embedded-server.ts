import { spawn } from "node:child_process";
import {
  chownSync,
  existsSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Home } from "./embedded-home";
import { programOf, stampOf } from "./running";

/** Runs one of the server's own programs as its account; never with settings of the reader's shell. */
export function runProgram(
  { programs, runAs }: Home,
  program: "initdb" | "pg_ctl",
  options: string[],
): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(programs, "bin", program), options, {
      ...runAs,
      cwd: "/",
      env: { NODE_ENV: "production", PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => {
        output += chunk;
      });
    child.once("error", reject);
    child.once("close", (code) => resolve({ ok: code === 0, output: output.trim() }));
  });
}

/** A port of this machine that is free at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/**
 * The server process of a data directory: its number, and its port or 0 while it starts.
 * The file that tells outlives a killed server, and its number may by now belong to another
 * program; the server would then refuse to start, so the number is made one that nobody has.
 * The rest of the file stays: the server needs it to find backends that still run.
 */
export function postmasterOf(data: string): { pid: number; port: number } | undefined {
  const path = join(data, "postmaster.pid");
  if (!existsSync(path)) return undefined;
  const [first = "", ...rest] = readFileSync(path, "utf8").split("\n");
  const pid = Number(first);
  if (pid === NOBODY) return undefined;
  const program = programOf(pid);
  const alive = stampOf(pid) !== undefined && (program === undefined || program === "postgres");
  if (alive) return { pid, port: Number(rest[2]) || 0 };
  writeFileSync(path, [NOBODY, ...rest].join("\n"));
  return undefined;
}

const NOBODY = 2_147_483_646;
const LOG_LIMIT_BYTES = 5_000_000;

/** Makes the log if need be, as the server's account can write it; empties one that grew too long. */
export function shortenLog(log: string, { runAs }: Home): void {
  if (!existsSync(log)) writeFileSync(log, "", { mode: 0o600 });
  if (statSync(log).size > LOG_LIMIT_BYTES) truncateSync(log);
  if (runAs) chownSync(log, runAs.uid, runAs.gid);
}

/** The last lines of the server's log; empty where there is none. */
export function logTail(log: string): string {
  return existsSync(log) ? readFileSync(log, "utf8").split("\n").slice(-15).join("\n") : "";
}
