import { mkdirSync, rmSync } from "node:fs";
import { runNode } from "./child";
import { houseRules } from "./house-rules";
import { nameNextTypes } from "./next-types";
import { counted } from "./reports";
import { say } from "./step";

/** How many tests passed and failed; a check that is not a test counts as one. */
export interface Tally {
  passed: number;
  failed: number;
  /** What failed, each in one line: of the last lines of a long run, these are the ones to see. */
  failures: readonly string[];
}

const REPORTS = ".data/reports";

/** Runs one stage, prints what came of it and how long it took, and what was said if it failed. */
export async function stage(
  label: string,
  work: () => Promise<Tally & { output: string }>,
): Promise<Tally> {
  const began = performance.now();
  const result = await work().catch((error: Error) => ({
    passed: 0,
    failed: 1,
    failures: [error.message],
    output: error.message,
  }));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const mark = result.failed === 0 ? "✓" : "✗";
  const told = result.failed === 0 ? `${result.passed} passed` : `${result.failed} failed`;
  say(`${mark} ${label}: ${told} (${seconds} s)`);
  if (result.failed > 0) say(result.output.trimEnd());
  const failures = result.failures.map((failure) => `${label}: ${failure}`);
  return { ...result, failures };
}

/** Several stages in one. */
export function total(tallies: Tally[]): Tally {
  const sum = (key: "passed" | "failed") => tallies.reduce((all, tally) => all + tally[key], 0);
  const failures = tallies.flatMap(({ failures }) => failures);
  return { passed: sum("passed"), failed: sum("failed"), failures };
}

export const formatAndLint = () =>
  stage("Format and lint", () => check(["node_modules/@biomejs/biome/bin/biome", "check", "."]));

export const types = () =>
  stage("Types", () => {
    nameNextTypes();
    return check(["node_modules/typescript/bin/tsc", "--noEmit", "--incremental", "false"]);
  });

export const rulesOfTheHouse = () =>
  stage("House rules", async () => {
    const breaches = houseRules();
    return { passed: 1, failed: breaches.length, failures: breaches, output: breaches.join("\n") };
  });

/** One project of vitest.config.ts. */
export const vitest = (label: string, project: string) =>
  stage(label, () =>
    tested(project, (report) => [
      ...["node_modules/vitest/vitest.mjs", "run", "--project", project],
      ...["--reporter=dot", "--reporter=json", `--outputFile.json=${report}`],
    ]),
  );

/** All specs, or those whose file's name has one of `specs` in it. */
export const endToEnd = (env: Record<string, string>, specs: readonly string[]) =>
  stage("End to end", () =>
    tested("e2e", () => ["node_modules/@playwright/test/cli.js", "test", ...specs], {
      ...env,
      E2E_REPORT: reportOf("e2e"),
    }),
  );

async function check(options: string[]): Promise<Tally & { output: string }> {
  const { ok, output } = await runNode(options);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, failures: ok ? [] : ["see above"], output };
}

async function tested(
  name: string,
  options: (report: string) => string[],
  env: Record<string, string> = {},
): Promise<Tally & { output: string }> {
  const report = reportOf(name);
  mkdirSync(REPORTS, { recursive: true });
  rmSync(report, { force: true });
  const { ok, output } = await runNode(options(report), { env });
  const { passed, failed, failures } = counted(report);
  // A run can fail with every test passed: an error outside of a test, or a report never written.
  const apart =
    !ok && failures.length === 0 ? ["failed outside of its tests, see above"] : failures;
  return { passed, failed: ok ? failed : Math.max(failed, 1), failures: apart, output };
}

const reportOf = (name: string) => `${REPORTS}/${name}.json`;
