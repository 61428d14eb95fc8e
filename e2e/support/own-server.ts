import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "@/db/embedded-server";

const NEXT = "node_modules/next/dist/bin/next";
const PATIENCE_MS = 40_000;

/** A server of this test's own, on the build of all the others. */
export type OwnServer = {
  address: string;
  /** Ends it as a power cut would: nothing that is under way is finished. */
  kill(): Promise<void>;
  /** Starts it again where it was; resolves when it answers. */
  start(): Promise<void>;
};

/**
 * Starts a server that a test may kill, on the database of all the others unless `settings` name
 * another one. It does not outlive the test's process.
 */
export async function startOwnServer(settings: Record<string, string> = {}): Promise<OwnServer> {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  let child: ChildProcess | undefined;
  const server = {
    address,
    kill: async () => {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child?.once("exit", resolve));
      child.kill("SIGKILL");
      await ended;
    },
    start: async () => {
      const options = ["--require", "./scripts/leash.cjs", NEXT, "start", "--port", `${port}`];
      child = spawn(process.execPath, options, {
        env: {
          ...process.env,
          NODE_ENV: "production",
          NEXTAUTH_URL: address,
          PORT: `${port}`,
          BATON_JOBS: "elsewhere",
          ...settings,
        },
        stdio: ["ignore", "ignore", "inherit", "ipc"],
      });
      await answers(address);
    },
  };
  await server.start();
  return server;
}

async function answers(address: string): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    const limit = AbortSignal.timeout(10_000);
    const answer = await fetch(`${address}/api/health`, { signal: limit }).catch(() => null);
    if (answer) return;
    await wait(50);
  }
  throw new Error("The test's own server did not start.");
}
