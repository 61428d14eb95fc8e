import { describe, expect, it } from "vitest";
import { DEFAULT_STANDARD } from "@/lib/standard/standard";
import type { Answer } from "../provider";
import { aStep, captured, fakeTime, foundTitle, gave } from "../testing/steps";
import { type FieldRow, mergeInTurn, withWritten } from "../values/merge-fields";
import { BUDGET_MS, runChain } from "./chain";
import type { Step } from "./step";

const at = new Date("2026-06-03T10:00:00Z");
const lead = { email: "ingrid@nordlys.example", domain: "nordlys.example", companyName: null };
const form = [captured("C1.2", "Boss of ops")];

async function run(steps: Step[], took: Record<string, number> = {}, values = form) {
  const fake = fakeTime(at, took);
  const result = await runChain(
    steps,
    { ...lead, values },
    DEFAULT_STANDARD,
    at,
    fake.ask,
    fake.time,
  );
  const stored = withWritten(values, mergeInTurn(values, result.arrivals));
  const title = (rows: FieldRow[]) => rows.find((row) => row.fieldId === "C1.2" && row.prevails);
  return { ...result, asks: fake.asked, elapsed: fake.elapsed(), stored, title: title(stored) };
}

const answering = (label: string, answer: Answer, rest: Partial<Step> = {}) =>
  aStep(label, { ask: async () => answer, ...rest });
const failed: Answer = { answer: "failed", cause: "unreachable", words: "Cannot be reached." };

describe("G.2 the chain", () => {
  it("asks in order, and nobody once nothing is short of the standard", async () => {
    const { asks, title } = await run([
      answering("Apollo", foundTitle("VP Operations")),
      answering("ZoomInfo", foundTitle("Vice President")),
    ]);
    expect(asks).toEqual(["Apollo"]);
    expect(title).toMatchObject({ value: "VP Operations", provider: "Apollo", mode: "refresh" });
  });

  it("goes on where a provider is down, and keeps its failure", async () => {
    const { asked, title } = await run([
      answering("Apollo", failed),
      answering("ZoomInfo", foundTitle("VP Operations")),
    ]);
    expect(asked.map(({ answer }) => answer.answer)).toEqual(["failed", "found"]);
    expect(title?.provider).toBe("ZoomInfo");
  });

  it("keeps both of two providers that disagree, and takes the one that may override", async () => {
    const { stored, title } = await run([
      answering("Apollo", foundTitle("VP Operations")),
      answering("ZoomInfo", foundTitle("COO"), { fills: { "C1.2": "override" } }),
    ]);
    expect(title).toMatchObject({ value: "COO", provider: "ZoomInfo" });
    expect(stored.map(({ value }) => value).toSorted()).toEqual([
      "Boss of ops",
      "COO",
      "VP Operations",
    ]);
  });

  it("takes only what a step may fill", async () => {
    const answer: Answer = {
      answer: "found",
      words: "Knows them.",
      values: { "C1.2": gave("VP Operations"), "C1.5": gave("+4740612345") },
    };
    const { stored } = await run([answering("Apollo", answer)]);
    expect(stored.map(({ fieldId }) => fieldId)).not.toContain("C1.5");
  });

  it("does not let a company's lookup take the place of the person's of one provider", async () => {
    const place = (region: string, language: string | null): Answer => ({
      answer: "found",
      words: "Knows them.",
      values: { "C1.7": gave({ language, region }) },
    });
    const fills = { "C1.2": "refresh", "C1.7": "refresh" } as const;
    const { stored } = await run([
      answering("Clearbit", place("NO", "nb"), { fills }),
      answering("Clearbit", place("SE", null), { lookup: "company", fills }),
    ]);
    expect(stored.find(({ fieldId }) => fieldId === "C1.7")?.value).toMatchObject({ region: "NO" });
  });

  it("asks about what an earlier provider found", async () => {
    const subjects: (string | null)[] = [];
    await run([
      answering(
        "Apollo",
        {
          answer: "found",
          words: "Knows a profile.",
          values: { "C1.6": gave("https://www.linkedin.com/in/ingrid") },
        },
        { fills: { "C1.6": "refresh" } },
      ),
      aStep("ZoomInfo", {
        ask: async ({ linkedin }) => {
          subjects.push(linkedin);
          return failed;
        },
      }),
    ]);
    expect(subjects).toEqual(["https://www.linkedin.com/in/ingrid"]);
  });
});

describe("G.2 within 30 seconds in all", () => {
  const slow = ["One", "Two", "Three", "Four", "Five"];
  const took = Object.fromEntries(slow.map((label) => [label, 9_000]));

  it("ends in time however slow the providers are, and says whom it did not ask", async () => {
    const { asked, elapsed } = await run(
      slow.map((label) => aStep(label)),
      took,
    );
    expect(elapsed).toBeLessThanOrEqual(BUDGET_MS);
    expect(asked.map(({ answer }) => answer.answer)).toEqual([
      "no_match",
      "no_match",
      "no_match",
      "failed",
      "skipped",
    ]);
  });

  it("cuts a provider off at its own limit", async () => {
    const step = answering("One", foundTitle("VP Operations"), { timeLimitMs: 2_000 });
    const { asked, elapsed } = await run([step], { One: 9_000 });
    expect(asked[0]?.answer).toMatchObject({ answer: "failed", cause: "time_limit" });
    expect(elapsed).toBe(2_000);
  });

  it("asks again whoever works on it, when they said", async () => {
    const answers: Answer[] = [
      { answer: "later", words: "Works on it.", retryAfterSeconds: 4 },
      foundTitle("VP Operations"),
    ];
    const step = aStep("Clearbit", { ask: async () => answers.shift() ?? failed });
    const { asks, elapsed, title } = await run([step]);
    expect(asks).toEqual(["Clearbit", "Clearbit"]);
    expect(elapsed).toBe(4_000);
    expect(title?.value).toBe("VP Operations");
  });

  it("does not wait for one that wants longer than there is", async () => {
    const later: Answer = { answer: "later", words: "In an hour.", retryAfterSeconds: 3_600 };
    const { asks, elapsed } = await run([answering("Clearbit", later)]);
    expect(asks).toEqual(["Clearbit"]);
    expect(elapsed).toBe(0);
  });
});
