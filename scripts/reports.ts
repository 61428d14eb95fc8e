import { existsSync, readFileSync } from "node:fs";

type VitestFile = {
  name: string;
  status: string;
  message: string;
  assertionResults: { fullName: string; status: string; failureMessages: string[] | null }[];
};
type PlaywrightSuite = {
  file: string;
  suites?: PlaywrightSuite[];
  specs: { title: string; ok: boolean }[];
};
type Report = {
  numPassedTests?: number;
  numFailedTests?: number;
  testResults?: VitestFile[];
  stats?: { expected: number; flaky: number; unexpected: number };
  suites?: PlaywrightSuite[];
};

/** How many tests a report in JSON (Vitest's or Playwright's) counts, and each failed one in a line. */
export function counted(report: string) {
  if (!existsSync(report)) return { passed: 0, failed: 0, failures: [] };
  const { stats, suites, testResults, ...numbers }: Report = JSON.parse(
    readFileSync(report, "utf8"),
  );
  if (stats) {
    const failures = (suites ?? []).flatMap(failedSpecs);
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected, failures };
  }
  const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = numbers;
  return { passed, failed, failures: (testResults ?? []).flatMap(failedTests) };
}

const failedSpecs = ({ file, specs, suites = [] }: PlaywrightSuite): string[] => [
  ...specs.filter(({ ok }) => !ok).map(({ title }) => `${file}: ${title}`),
  ...suites.flatMap(failedSpecs),
];

function failedTests({ name, status, message, assertionResults }: VitestFile): string[] {
  const failed = assertionResults.filter((test) => test.status === "failed");
  if (failed.length === 0) return status === "failed" ? [`${name}: ${firstLine(message)}`] : [];
  return failed.map(
    ({ fullName, failureMessages }) =>
      `${name}: ${fullName}: ${firstLine(failureMessages?.[0] ?? "")}`,
  );
}

const firstLine = (text: string) => text.split("\n")[0]?.slice(0, 300) ?? "";
