import { describe, expect, it } from "vitest";
import type { CrmMatch } from "@/lib/standard/company-intelligence";
import { asGiven, warningWords } from "./warnings";

const routed = new Date("2026-06-03T10:00:00Z");
const later = (minutes: number) => new Date(routed.getTime() + minutes * 60_000);
const reading = { now: later(10), reader: { locale: "en-GB", timeZone: "Europe/Oslo" } };

const given = (value: CrmMatch) =>
  asGiven({
    fields: {
      "C2.5": { value, source: "crm", obtainedAt: later(-30).toISOString(), verified: true },
    },
  });
const learned = (value: CrmMatch, minutes: number, detail?: Record<string, string>) => ({
  learned: [{ fieldId: "C2.5" as const, value, at: later(minutes), ...(detail && { detail }) }],
});

describe("Q.3 the warning before anything else", () => {
  it("is of a customer or an open opportunity, and of nothing less", () => {
    expect(warningWords(given("existing_customer"), reading)).toEqual([
      {
        tone: "bad",
        lead: "This company is a customer",
        words: "Speak to their account owner before you call. Checked 40 min ago.",
      },
    ]);
    expect(warningWords(given("none"), reading)).toEqual([]);
    expect(warningWords(asGiven({ fields: {} }), reading)).toEqual([]);
  });

  it("comes too where it was learned after the handoff, and goes where it is no longer so", () => {
    const deal = { name: "Renewal", stage: "Proposal", owner: "Lena Vogt" };
    const found = { ...given("none"), since: { ...learned("active_opportunity", 7, deal) } };
    expect(warningWords(found, reading)).toMatchObject([
      {
        lead: "Open opportunity at this company",
        words:
          "‘Renewal’, stage Proposal, owned by Lena Vogt. Speak to its owner before you call. Learned after the handoff, 3 min ago.",
      },
    ]);
    const taken = { accepted: true, reason: null, fieldId: null, words: null };
    const decision = { ...taken, by: "Lena Vogt", at: later(5) };
    // What became of it afterwards is no reason not to call.
    expect(warningWords({ ...found, decision }, reading)).toEqual([]);
    const over = { ...given("existing_customer"), since: learned("none", 7) };
    expect(warningWords(over, reading)).toEqual([]);
    const still = { ...given("existing_customer"), since: learned("existing_customer", 8) };
    expect(warningWords(still, reading)).toMatchObject([
      { words: expect.stringContaining("Checked 2 min ago") },
    ]);
  });

  it("says since when somebody else has the lead, in the middle of a sentence", () => {
    const givenOn = { to: "Lena Vogt", rerouted: false, at: later(5) };
    expect(warningWords({ ...given("none"), givenOn }, reading)).toMatchObject([
      { words: "since today 12:05. What you were given stays here." },
    ]);
    expect(
      warningWords({ ...given("none"), givenOn: { ...givenOn, rerouted: true } }, reading),
    ).toMatchObject([{ words: expect.stringMatching(/^Today 12:05, since nobody/) }]);
  });
});
