import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const everywhere = ["node_modules/**", ".next/**", ".data/**", "e2e/**"];

export default defineConfig({
  resolve: { alias: { "@/": root } },
  test: {
    // An odd zone, half an hour off and with summer time: a rule that reads the machine's fails.
    env: { TZ: "Australia/Lord_Howe" },
    restoreMocks: true,
    setupFiles: ["lib/platform/testing/same-cases.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...everywhere, "**/*.integration.test.ts"],
          // Pure functions share their modules: to load them anew for each file took longer than all tests.
          isolate: false,
          // Only against what never ends: a thousand cases of a property take long on a busy machine.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["**/*.integration.test.ts"],
          exclude: everywhere,
          globalSetup: ["db/testing/cluster.ts"],
          setupFiles: ["db/testing/worker.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
