import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { type Ended, run, runNode } from "./child";
import { Explained, say } from "./step";

export interface Browser {
  path: string;
  /** Chromium's own sandbox: never as root, and not in most containers. */
  sandbox: boolean;
}

// The shell first: it draws pages alone, where the whole browser also draws a window for each.
const SHELL = "chromium-headless-shell";
const NAMES = [SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/** A Chromium of this machine that works; installs one where there is none. */
export async function findBrowser(): Promise<Browser> {
  const found = await firstThatRuns();
  if (found) return found;
  say("· No Chromium was found, so one is installed");
  const complaint = await install();
  const installed = await firstThatRuns();
  if (installed) return installed;
  throw new Explained(
    `No Chromium could be installed. Install one, or name it in PLAYWRIGHT_CHROMIUM.\n${complaint}`,
  );
}

async function firstThatRuns(): Promise<Browser | undefined> {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = [
    process.env.PLAYWRIGHT_CHROMIUM,
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
    MAC,
    chromium.executablePath(),
  ];
  for (const path of candidates) {
    if (!path || !existsSync(path)) continue;
    const root = process.getuid?.() === 0;
    if (!root && (await shows(path, []))) return { path, sandbox: true };
    if (await shows(path, ["--no-sandbox"])) return { path, sandbox: false };
  }
  return undefined;
}

// Ubuntu's `chromium-browser` may be a note to install something else: seeing is believing.
async function shows(path: string, options: string[]): Promise<boolean> {
  const quiet = ["--headless", "--disable-gpu", "--disable-dev-shm-usage", "--dump-dom"];
  const { ok, output } = await run(path, [
    ...options,
    ...quiet,
    "data:text/html,<p>seen</p>",
  ]).catch((): Ended => ({ ok: false, output: "" }));
  return ok && output.includes("seen");
}

async function install(): Promise<string> {
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    await run("apt-get", ["update"]);
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    for (const name of [SHELL, "chromium"]) {
      const { ok } = await run("apt-get", ["install", "-y", name], { env });
      if (ok) return "";
    }
  }
  const playwright = "node_modules/@playwright/test/cli.js";
  return (await runNode([playwright, "install", "chromium"])).output;
}
