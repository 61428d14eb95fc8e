import type { ChildProcess } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { start } from "./child";
import { Explained } from "./step";
import { forgetRecord, writeRecord } from "./web-record";

/**
 * What a web server runs as. A page makes many things that live as long as it is written; with the
 * usual 16 MB for what is new, much of it is kept and collected again and again.
 */
export const SERVER = [
  "--max-semi-space-size=64",
  "--require",
  "./scripts/leash.cjs",
  "node_modules/next/dist/bin/next",
];
const PATIENCE_MS = 60_000;
/**
 * How long an unused connection stays open. Node's own 5 seconds are fewer than what senders and proxies
 * count on: one that sent on it in the moment it was closed was reset, and could not know what came of it.
 */
const KEPT_ALIVE_MS = 75_000;

interface WebServer {
  /** Resolves with the exit code when the server ends. */
  ended: Promise<number>;
}

/**
 * Starts Next on a port, from a build or, without one, as the development server; resolves when
 * it answers. It does not outlive this process.
 */
export async function serve(
  port: number,
  env: Record<string, string>,
  build?: string,
): Promise<WebServer> {
  const command = build ? ["start", "--keepAliveTimeout", String(KEPT_ALIVE_MS)] : ["dev"];
  const options = [...SERVER, ...command, "--port", String(port)];
  const child = start(process.execPath, options, {
    env: {
      ...process.env,
      ...env,
      NODE_ENV: build ? "production" : "development",
      ...(build ? { BATON_BUILD: build } : {}),
    },
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  const said = passOn(child);
  writeRecord(port, child.pid ?? 0, build ?? "");
  const ended = new Promise<number>((resolve) =>
    child.once("exit", (code) => {
      forgetRecord(port);
      resolve(code ?? 1);
    }),
  );
  const ready = await Promise.race([answers(port), ended.then(() => false)]);
  if (!ready) throw new Explained(`The web server did not start.\n${said.banner}`);
  said.open = true;
  return { ended };
}

/** Next's own greeting is kept back: ours says the same. What it says later is passed on. */
function passOn(child: ChildProcess): { open: boolean; banner: string } {
  const said = { open: false, banner: "" };
  child.stdout?.on("data", (chunk: Buffer) => {
    if (said.open) process.stdout.write(chunk);
    else said.banner += chunk;
  });
  return said;
}

async function answers(port: number): Promise<boolean> {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    const limit = AbortSignal.timeout(20_000);
    const answer = await fetch(`http://localhost:${port}/api/health`, { signal: limit }).catch(
      () => null,
    );
    if (answer) return true;
    await wait(50);
  }
  return false;
}
