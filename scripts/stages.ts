import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { runNode } from "./child";
import { houseRules } from "./house-rules";
import { nameNextTypes } from "./next-types";
import { say } from "./step";

/** How many tests passed and failed; a check that is not a test counts as one. */
export interface Tally {
  passed: number;
  failed: number;
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
    output: error.message,
  }));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const mark = result.failed === 0 ? "✓" : "✗";
  const told = result.failed === 0 ? `${result.passed} passed` : `${result.failed} failed`;
  say(`${mark} ${label}: ${told} (${seconds} s)`);
  if (result.failed > 0) say(result.output.trimEnd());
  return result;
}

export function total(tallies: Tally[]): Tally {
  const sum = (key: keyof Tally) => tallies.reduce((all, tally) => all + tally[key], 0);
  return { passed: sum("passed"), failed: sum("failed") };
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
    return { passed: 1, failed: breaches.length, output: breaches.join("\n") };
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
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, output };
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
  const { passed, failed } = counted(report);
  // A run can fail with every test passed: an error outside of a test, or a report never written.
  return { passed, failed: ok ? failed : Math.max(failed, 1), output };
}

type Report = {
  numPassedTests?: number;
  numFailedTests?: number;
  stats?: { expected: number; flaky: number; unexpected: number };
};

function counted(report: string): Tally {
  if (!existsSync(report)) return { passed: 0, failed: 0 };
  const {
    stats,
    numPassedTests = 0,
    numFailedTests = 0,
  }: Report = JSON.parse(readFileSync(report, "utf8"));
  if (!stats) return { passed: numPassedTests, failed: numFailedTests };
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
}

const reportOf = (name: string) => `${REPORTS}/${name}.json`;
