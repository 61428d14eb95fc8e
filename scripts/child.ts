import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";

export interface Ended {
  ok: boolean;
  output: string;
}

interface Options {
  env?: Record<string, string | undefined>;
  /** Prints while it runs instead of keeping what was said for later. */
  loud?: boolean;
}

/** How long a program may take to end by itself, in milliseconds. */
const PATIENCE_MS = 10_000;

const running = new Set<ChildProcess>();

/** Runs a program of node_modules, or a script of ours, on this Node, to its end. */
export function runNode(options: string[], { env, loud = false }: Options = {}): Promise<Ended> {
  return run(process.execPath, options, { env, loud });
}

/** Runs a program to its end. It does not outlive us. */
export function run(
  program: string,
  options: string[],
  { env, loud = false }: Options = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const out = loud ? "inherit" : "pipe";
    const child = start(program, options, {
      env: { ...process.env, ...env },
      stdio: ["ignore", out, out],
    });
    let output = "";
    const keep = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    child.once("error", reject);
    child.once("close", (code) => resolve({ ok: code === 0, output }));
  });
}

/** Like `spawn`, and remembered for `stopChildren`. */
export function start(program: string, options: string[], how: SpawnOptions): ChildProcess {
  const child = spawn(program, options, how);
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}

/** Ends every program that still runs, kindly at first. */
export async function stopChildren(): Promise<void> {
  await Promise.all([...running].map(stop));
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    const hurry = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
    child.once("exit", () => {
      clearTimeout(hurry);
      resolve();
    });
    child.kill("SIGTERM");
  });
}
