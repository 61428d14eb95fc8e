import { describe, expect, it } from "vitest";
import { mailDoubt, trustWord, valueWords } from "./value-words";

const field = { source: "form", obtainedAt: "2026-06-03T10:00:00Z", verified: true } as const;

describe("C a value in words", () => {
  it("reads numbers, lists and choices in the reader's words", () => {
    expect(valueWords("C2.1", 1200, "en-GB")).toBe("1,200");
    expect(valueWords("C2.4", ["SAP", "Snowflake"], "en-GB")).toBe("SAP, Snowflake");
    expect(valueWords("C2.5", "none", "en-GB")).toBe("None");
  });

  it("C2.1 reads a range of employees, open above or not", () => {
    expect(valueWords("C2.1", { atLeast: 51, atMost: 200 }, "en-GB")).toBe("51–200");
    expect(valueWords("C2.1", { atLeast: 10_001, atMost: null }, "en-GB")).toBe("10,001 or more");
  });

  it("C1.7 names language and country, each where it is known", () => {
    expect(valueWords("C1.7", { language: "nb", region: "NO" }, "en-GB")).toBe(
      "Norwegian Bokmål, Norway",
    );
    expect(valueWords("C1.7", { language: null, region: "NO" }, "en-GB")).toBe("Norway");
    expect(valueWords("C1.7", { language: "nb", region: "NO" }, "de-DE")).toBe(
      "Norwegian Bokmål, Norway",
    );
  });

  it("C5.3 says which part is not known", () => {
    const touch = { campaign: "Cold chain", channel: "paid search", asset: null };
    const value = { ...touch, firstTouch: null, lastTouch: null };
    expect(valueWords("C5.3", value, "en-GB")).toBe("Cold chain · paid search · asset not known");
  });

  it("lets no text act on the words around it", () => {
    expect(valueWords("C1.2", "VP\u202E Ops\u2067\n of", "en-GB")).toBe("VP Ops of");
    expect(valueWords("C2.4", ["SAP\u200B", "<b>"], "en-GB")).toBe("SAP, <b>");
    expect(valueWords("C1.2", "\u202E\u200B", "en-GB")).toBeNull();
  });

  it("says nothing where there is nothing", () => {
    expect(valueWords("C1.2", null, "en-GB")).toBeNull();
    expect(valueWords("C2.4", [], "en-GB")).toBeNull();
  });
});

describe("C trust is a word", () => {
  it("C1.4 tells what is known of an address, captured is not verified", () => {
    const unchecked = { ...field, verified: false, value: "a@b.example" };
    expect(trustWord("C1.4", { ...unchecked, detail: { deliverability: "risky" } })).toBe("risky");
    expect(trustWord("C1.4", { ...unchecked, detail: { deliverability: "unknown" } })).toBe(
      "captured",
    );
    const said = (verified: boolean, deliverability: string, reason: string) =>
      trustWord("C1.4", { ...unchecked, verified, detail: { deliverability, reason } });
    expect(said(true, "unknown", "takes_mail")).toBe("domain takes mail");
    expect(said(true, "unknown", "confirmed_by_person")).toBe("verified");
    expect(said(false, "unknown", "not_checked")).toBe("captured");
    expect(said(false, "unknown", "greylisted")).toBe("unknown");
    expect(said(false, "undeliverable", "null_mx")).toBe("undeliverable");
  });

  it("C1.4 says plainly why mail may not arrive, and nothing where it does", () => {
    const doubt = (verified: boolean, deliverability: string, reason: string) =>
      mailDoubt({ ...field, value: "a@b.example", verified, detail: { deliverability, reason } });
    expect(doubt(false, "risky", "catch_all")).toContain("takes mail for every name");
    expect(doubt(false, "unknown", "dns_failed")).toContain("DNS gave no answer");
    expect(doubt(false, "unknown", "not_checked")).toBeNull();
    expect(doubt(true, "deliverable", "accepted")).toBeNull();
  });

  it("C1.5 tells which line a number is", () => {
    const number = { ...field, value: "+4740612345" };
    expect(trustWord("C1.5", { ...number, detail: { kind: "mobile" } })).toBe("verified · mobile");
    expect(trustWord("C1.5", { ...number, detail: { kind: "unknown" } })).toBe("verified");
  });
});
