import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

it("G.3 these files are all that judge or release a lead", () => {
  const calls = /\b(?:processLeads|releaseAs|handOff)\(|= processLeads\b|\binsert\(handoff\)/;
  const files = globSync("{app,lib,db,components}/**/*.{ts,tsx}")
    .filter((path) => !/\.test\.tsx?$|\/node_modules\//.test(path))
    .filter((path) => calls.test(readFileSync(path, "utf8")))
    .sort();
  expect(files).toEqual([
    "lib/connections/crm/reading/elsewhere/commands.ts",
    "lib/documentation/bulk/commands.ts",
    "lib/documentation/doubts/commands.ts",
    "lib/gate/anew/commands.ts",
    "lib/gate/aside/commands.ts",
    "lib/gate/commands.ts",
    "lib/gate/elsewhere/following/commands.ts",
    "lib/gate/enrichment/commands.ts",
    "lib/gate/filling/commands.ts",
    "lib/gate/leavers/commands.ts",
    "lib/gate/many/commands.ts",
    "lib/gate/open-leads/commands.ts",
    "lib/gate/rerouting/commands.ts",
    "lib/gate/routing/commands.ts",
    "lib/gate/score-due/commands.ts",
    "lib/gate/score-override/commands.ts",
    "lib/gate/waiting/commands.ts",
    "lib/handoff/commands.ts",
    "lib/handoff/decisions/commands.ts",
    "lib/intake/activities/commands.ts",
    "lib/intake/activities/visits/commands.ts",
    "lib/intake/commands.ts",
    "lib/intake/merging/commands.ts",
    "lib/routing/commands.ts",
    "lib/trail/commands.ts",
    "lib/trail/edits/commands.ts",
  ]);
});
