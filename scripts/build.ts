import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exclusively } from "@/db/running";
import { runNode } from "./child";
import { nameNextTypes } from "./next-types";
import { Explained, say, step } from "./step";
import { servedBuilds } from "./web-record";

const BUILDS = ".next/builds";
const COMPLETE = "complete";
const SOURCES = ["app", "components", "lib", "db", "public", "proxy.ts", "instrumentation.ts"];
const SETTINGS = ["next.config.ts", "postcss.config.mjs", "tsconfig.json", "package-lock.json"];
const NOT_BUILT = /\.test\.tsx?$|^db\/(seed|testing|factories|migrations)\//;

/**
 * Builds unless this state of the source has been built, and answers the build's name. Each state
 * has its own folder, so a build never changes under a server that runs.
 */
export async function ensureBuild(): Promise<string> {
  const build = sourceHash();
  if (existsSync(join(BUILDS, build, COMPLETE))) return build;
  await exclusively(".data/build.lock", async () => {
    if (existsSync(join(BUILDS, build, COMPLETE))) return;
    forgetOldBuilds();
    say("· Building the pages: about a minute, and only after a change");
    await step("Pages built", () => buildPages(build));
  });
  return build;
}

async function buildPages(build: string): Promise<void> {
  rmSync(join(BUILDS, build), { recursive: true, force: true });
  const env = { NODE_ENV: "production", BATON_BUILD: build };
  const built = await runNode(["node_modules/next/dist/bin/next", "build"], { env });
  if (!built.ok) throw new Explained(`The pages could not be built.\n${built.output}`);
  nameNextTypes();
  writeFileSync(join(BUILDS, build, COMPLETE), "");
}

/** Keeps the newest few: someone who goes back and forth between two branches waits only twice. */
function forgetOldBuilds(): void {
  if (!existsSync(BUILDS)) return;
  const inUse = servedBuilds();
  const byAge = readdirSync(BUILDS)
    .map((name) => ({ name, at: statSync(join(BUILDS, name)).mtimeMs }))
    .toSorted((a, b) => b.at - a.at);
  for (const { name } of byAge.slice(2))
    if (!inUse.has(name)) rmSync(join(BUILDS, name), { recursive: true, force: true });
}

function sourceHash(): string {
  const hash = createHash("sha256").update(process.version);
  for (const path of sources()) hash.update(`\0${path}\0`).update(readFileSync(path));
  return hash.digest("hex").slice(0, 12);
}

function sources(): string[] {
  return [...SOURCES, ...SETTINGS]
    .filter((path) => existsSync(path))
    .flatMap((path) =>
      statSync(path).isDirectory()
        ? readdirSync(path, { recursive: true, encoding: "utf8" }).map((name) => join(path, name))
        : [path],
    )
    .filter((path) => statSync(path).isFile() && !NOT_BUILT.test(path))
    .toSorted();
}
