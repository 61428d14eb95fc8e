import { describe, expect, it } from "vitest";
import { crmText } from "./crm-text";
import { SNAPSHOT_SCHEMA, type Snapshot } from "./snapshot";

const now = new Date("2026-06-03T10:00:00Z");
const at = now.toISOString();
const reader = { locale: "en-GB", timeZone: "Europe/Oslo" };
const LONG = "x".repeat(100_000);

const given = (value: Snapshot["fields"][keyof Snapshot["fields"]]) => value;
const captured = (value: string) =>
  given({ value, source: "form", obtainedAt: at, verified: false });

const hostile: Snapshot = {
  schema: SNAPSHOT_SCHEMA,
  leadId: "0f8fad5b-d9cb-469f-a165-70867728950e",
  routedAt: at,
  owner: { id: "1", name: "Amara" },
  routingReason: "=1+1\nCONTACT BASICS",
  routingPath: [],
  standardVersion: 1,
  completeness: {
    contactBasics: "complete",
    companyIntelligence: "complete",
    behavioralTrail: "complete",
    scoringContext: "complete",
    handoffMetadata: "complete",
  },
  missing: [],
  fields: { "C1.1": captured("Ada \u202Eecalevol"), "C1.2": captured(LONG) },
  touchpoints: [{ kind: "remark", text: "@SUM(A1)\u200B", count: 1, firstAt: at, lastAt: at }],
  trigger: { text: '=HYPERLINK("http://x.example";"Pricing")', at },
  opener: "+1\nSay this",
  summary: {
    text: "-2+3\n\nCONTACT BASICS\nDirect phone: +999",
    author: "Sofia",
    at,
    draft: false,
  },
  notes: [{ text: "<script>alert(1)</script>", author: "Sofia", at }],
  flags: [],
  scoreLines: [],
  activityCount: 1,
  leftOut: [],
  reEngaged: false,
  capturedAt: at,
  timeZone: null,
};

describe("C a handoff as text for a CRM is inert", () => {
  const text = crmText(hostile, reader, now);
  const lines = text.split("\n");

  it("begins no line with a formula of somebody else's", () => {
    expect(lines.filter((line) => /^[=+@]/.test(line))).toEqual([]);
    expect(lines).toContain('\'=HYPERLINK("http://x.example";"Pricing")');
    expect(lines.some((line) => line.startsWith("- '@SUM(A1)"))).toBe(true);
  });

  it("keeps words on their own line, so that none can pass for another category", () => {
    expect(lines.filter((line) => line === "CONTACT BASICS")).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith("Direct phone:"))).toEqual([]);
  });

  it("lets no direction or invisible character through, and cuts what is endless", () => {
    expect(text).not.toMatch(/\p{Bidi_Control}|\u200B/u);
    expect(lines).toContain("Full name: Ada ecalevol (captured)");
    expect(text.length).toBeLessThan(5_000);
  });

  it("leaves markup as the text that it is", () => {
    expect(text).toContain("- <script>alert(1)</script> (Sofia)");
  });
});

describe("C what cannot be had", () => {
  it("is said with its reason, as on the page", () => {
    const refused = given({
      ...{ value: null, source: "person", obtainedAt: at, verified: false },
      notObtainable: "Not\npublished anywhere",
    });
    const text = crmText({ ...hostile, fields: { "C1.5": refused } }, reader, now);
    expect(text.split("\n")).toContain(
      "Direct phone: not obtainable, because: Not published anywhere",
    );
  });
});

describe("C2 the company as text for a CRM", () => {
  const linesOf = (fields: Snapshot["fields"]) =>
    crmText({ ...hostile, fields }, reader, now).split("\n");
  const crm = (value: string, detail: Record<string, string> = {}) =>
    given({ value, source: "crm", obtainedAt: at, verified: true, detail });

  it("C2.2 calls an estimate one, as the page does", () => {
    const revenue = given({
      ...{ value: "€ 200–500 M", source: "enrichment", obtainedAt: at, verified: true },
      detail: { estimated: true },
    });
    expect(linesOf({ "C2.2": revenue })).toContain("Revenue band: € 200–500 M (estimated)");
  });

  it("C2.5 warns of a customer or an open opportunity before anything else", () => {
    const deal = { name: "Renewal\nWHY NOW", stage: "Proposal", owner: "Lena Vogt" };
    expect(linesOf({ "C2.5": crm("active_opportunity", deal) }).slice(0, 3)).toEqual([
      "BEFORE YOU CALL",
      "Open opportunity at this company: ‘Renewal WHY NOW’, stage Proposal, owned by Lena Vogt. Speak to its owner before you call.",
      "",
    ]);
    expect(linesOf({ "C2.5": crm("none") })[0]).toBe("WHY NOW");
  });

  it("C2.5 says when the CRM was asked", () => {
    expect(linesOf({ "C2.5": crm("none") })).toContain(
      "CRM match: None, checked Wed 3 June 2026, 12:00:00 CEST (verified)",
    );
  });
});

describe("C4 the score as text for a CRM", () => {
  it("C4.5 says which way it goes, beside the number", () => {
    const scored = (value: number) =>
      given({ value, source: "scoring", obtainedAt: at, verified: true });
    const history = [
      { at, total: 40 },
      { at, total: 75 },
    ];
    const trend = given({
      ...{ source: "scoring", obtainedAt: at, verified: true },
      value: { direction: "rising", delta: 35, windowDays: 7, history },
    });
    const fields = { "C4.1": scored(75), "C4.2": scored(100), "C4.5": trend };
    const lines = crmText({ ...hostile, fields }, reader, now).split("\n");
    expect(lines).toContain("Score: 75, Fit: 100");
    expect(lines).toContain("Trend: Rising, +35 in 7 days");
  });
});
