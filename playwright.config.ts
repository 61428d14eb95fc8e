import { defineConfig } from "@playwright/test";

const STANDARD = /standard-is-tried-and-signed/;

// Started by scripts/test.ts, which has found the browser, built, seeded and started the server.
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // Only against what never ends: what a person would wait for is each expectation's own limit.
  timeout: 180_000,
  expect: { timeout: 10_000 },
  reporter: [["dot"], ["json", { outputFile: process.env.E2E_REPORT ?? ".data/reports/e2e.json" }]],
  // There is one standard for all: what is published in this spec would hold the leads of others.
  projects: [
    { name: "side by side", testIgnore: STANDARD },
    { name: "the standard, last", testMatch: STANDARD, dependencies: ["side by side"] },
  ],
  use: {
    baseURL: process.env.E2E_URL ?? "http://localhost:3000",
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    viewport: { width: 1440, height: 900 },
    screenshot: "only-on-failure",
    // A trace copies the page at every step, which takes longer than the step; whoever looks into a
    // failure asks for one: `playwright test --trace on`.
    trace: "off",
    launchOptions: {
      executablePath: process.env.PLAYWRIGHT_CHROMIUM,
      chromiumSandbox: process.env.E2E_SANDBOX === "1",
      // A browser of the machine would otherwise talk to its maker during the tests.
      args: ["--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
  },
});
