import { readFileSync } from "node:fs";
import { needlessExports } from "./house/exports";
import { belowFloor } from "./house/floors";
import { wrongImports } from "./house/imports";
import { misplaced } from "./house/places";
import { oversized } from "./house/sizes";
import { type Problem, readSources } from "./house/source";

/** The rules of this house that no linter knows; every line of the answer is one breach. */
export function houseRules(): string[] {
  const sources = readSources();
  const lockfile = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const problems = [
    ...wrongImports(sources),
    ...misplaced(sources),
    ...oversized(sources),
    ...needlessExports(sources),
    ...belowFloor(lockfile),
  ];
  return problems.map(({ path, what }: Problem) => `${path} ${what}.`);
}
