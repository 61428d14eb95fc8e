import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A file of this repository: its path from the root, and what it says. */
export interface Source {
  path: string;
  text: string;
}

/** What is wrong where, in a sentence. */
export interface Problem {
  path: string;
  what: string;
}

const NOT_OURS = new Set(["node_modules", ".next", ".data", ".git", "test-results"]);
const READ = /\.(ts|tsx|mjs|cjs)$/;
const MADE_BY_NEXT = "next-env.d.ts";

/** Every source file of ours. */
export function readSources(root = "."): Source[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => !NOT_OURS.has(entry.name) && entry.name !== MADE_BY_NEXT)
    .flatMap((entry) =>
      entry.isDirectory()
        ? readdirSync(join(root, entry.name), { recursive: true, encoding: "utf8" }).map((name) =>
            join(entry.name, name),
          )
        : [entry.name],
    )
    .filter((path) => READ.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}
