import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "@/db/embedded-server";
import { start } from "../child";
import { environmentOf } from "../database";
import { Explained } from "../step";
import { SERVER } from "../web";
import type { BenchDatabase } from "./databases";

// For a machine that is busy with other things: only what hangs is to be given up.
const PATIENCE_MS = 300_000;
export const SECRET = "a secret that is only known to the bench of this repository";
/** What events are sent with. */
export const API_KEY = "key-of-the-bench-for-activities";
export const WRITE_KEY = "key-of-the-bench-for-trackers";

/** One production server, one process, on this machine's own address; answers its origin. */
async function startNext(folder: string[], env: Record<string, string>): Promise<string> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const options = [
    ...SERVER,
    "start",
    ...folder,
    "--hostname",
    "127.0.0.1",
    "--port",
    String(port),
  ];
  const child = start(process.execPath, options, {
    env: { ...process.env, ...env, NODE_ENV: "production", NEXTAUTH_URL: origin },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const ended = new Promise<false>((resolve) => child.once("exit", () => resolve(false)));
  if (!(await Promise.race([answers(origin), ended])))
    throw new Explained("A web server of the bench did not start.");
  return origin;
}

/**
 * The product, from a build and on a database. Jobs run elsewhere, since nothing is to be done, or
 * as usual in the same process.
 */
export function serveProduct(
  build: string,
  database: BenchDatabase,
  jobs: "elsewhere" | "here" = "elsewhere",
): Promise<string> {
  return startNext([], {
    ...environmentOf({ ...database, embedded: true }),
    BATON_BUILD: build,
    BATON_JOBS: jobs,
    BATON_API_KEY: API_KEY,
    BATON_WRITE_KEY: WRITE_KEY,
    BATON_SECRET: SECRET,
    NEXTAUTH_SECRET: SECRET,
    LOG_LEVEL: "warn",
  });
}

export const serveEmptyPage = (folder: string): Promise<string> => startNext([folder], {});

async function answers(origin: string): Promise<boolean> {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    const limit = AbortSignal.timeout(60_000);
    const answer = await fetch(origin, { signal: limit, redirect: "manual" }).catch(() => null);
    if (answer) return true;
    await wait(50);
  }
  return false;
}
