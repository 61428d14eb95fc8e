import { describe, expect, it } from "vitest";
import { DEFAULT_STANDARD } from "@/lib/standard/standard";
import { aStep, captured } from "../testing/steps";
import type { Step } from "./step";
import { isWorthAsking } from "./worth-asking";

const now = new Date("2026-06-03T10:00:00Z");
const days = (count: number) => new Date(now.getTime() - count * 86_400_000).toISOString();
const of = (label: string, rest: object) =>
  captured("C1.2", "VP", { source: "enrichment", provider: label, verified: true, ...rest });

const blank = aStep("Apollo", { fills: { "C1.2": "blank" } });
const refresh = aStep("Apollo", { fills: { "C1.2": "refresh" } });
const override = aStep("Apollo", { fills: { "C1.2": "override" } });
const place = { fills: { "C1.7": "blank" } } as const;
const typed = captured("C1.2", "VP", { source: "person", verified: true });
const givenUp = captured("C1.2", null, { source: "person", notObtainable: "nobody knows" });

describe("G.2 a step is asked only where it could change something", () => {
  it.each<[string, Step, ReturnType<typeof captured>[], boolean]>([
    ["nothing is known", blank, [], true],
    [
      "only a blank may be filled, and something is captured",
      blank,
      [captured("C1.2", "VP")],
      false,
    ],
    ["what is captured is not confirmed", refresh, [captured("C1.2", "VP")], true],
    ["what is confirmed is young", refresh, [of("Apollo", { obtainedAt: days(29) })], false],
    ["what is confirmed is old", refresh, [of("Apollo", { obtainedAt: days(31) })], true],
    ["another's is confirmed, and it may override", override, [of("ZoomInfo", {})], true],
    ["it gave its own, and may override", override, [of("Apollo", { mode: "override" })], false],
    ["a person filled it in", override, [typed], false],
    ["a person gave it up", refresh, [givenUp], true],
    ["an optional field is empty, and asking costs", aStep("Apollo", place), [], false],
    [
      "an optional field is empty, and asking is free",
      aStep("D", { ...place, costCents: 0 }),
      [],
      true,
    ],
  ])("%s", (_case, step, values, worth) => {
    expect(isWorthAsking(step, values, DEFAULT_STANDARD, now)).toBe(worth);
  });
});
