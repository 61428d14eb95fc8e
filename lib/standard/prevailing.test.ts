import { describe, expect, it } from "vitest";
import { prevailing, type StoredValue } from "./prevailing";

const value = (rest: Partial<StoredValue>): StoredValue => ({
  fieldId: "C1.5",
  value: "+4740612345",
  source: "form",
  obtainedAt: "2026-06-03T10:00:00.000Z",
  verified: false,
  ...rest,
});

const captured = value({});
const verified = value({ source: "enrichment", verified: true });
const typed = value({ source: "person", provider: "Omar", verified: true });
const givenUp = value({ source: "person", value: null, notObtainable: "nobody knows it" });
const unknown = value({ source: "enrichment", value: null, notObtainable: "no answer" });

describe("C of several values of one field", () => {
  it.each([
    { better: typed, worse: verified, why: "a person's correction before any machine's" },
    { better: verified, worse: captured, why: "verified before captured" },
    { better: verified, worse: givenUp, why: "a confirmed value before what a person gave up on" },
    { better: givenUp, worse: captured, why: "a person's 'not obtainable' before a bare capture" },
    { better: captured, worse: unknown, why: "any value before a machine's 'not obtainable'" },
    {
      better: value({ obtainedAt: "2026-06-04T10:00:00.000Z" }),
      worse: captured,
      why: "the newer of two alike",
    },
    {
      better: value({ source: "enrichment" }),
      worse: captured,
      why: "the field's usual source of two alike",
    },
  ])("$why", ({ better, worse }) => {
    expect(prevailing([worse, better])).toBe(better);
    expect(prevailing([better, worse])).toBe(better);
  });

  it("none prevails where there is none", () => {
    expect(prevailing([])).toBeNull();
  });
});
