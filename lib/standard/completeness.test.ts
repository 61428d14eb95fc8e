import { describe, expect, it } from "vitest";
import type { FieldValues } from "./categories";
import { completeness, missingFields } from "./completeness";
import type { FieldValue, Json } from "./field";
import { DEFAULT_STANDARD } from "./standard";

const at = "2026-06-03T10:00:00.000Z";
const value = (content: Json, rest: Partial<FieldValue> = {}): FieldValue => ({
  value: content,
  source: "enrichment",
  obtainedAt: at,
  verified: true,
  ...rest,
});

const contact: FieldValues = {
  "C1.1": value("Ingrid Solberg"),
  "C1.2": value("VP Operations"),
  "C1.3": value("Nordlys Logistics"),
  "C1.4": value("ingrid.solberg@nordlys.example"),
  "C1.5": value("+4741234567"),
  "C1.6": value("https://www.linkedin.com/in/ingridsolberg"),
};

const verdict = (fields: FieldValues) => completeness(fields, DEFAULT_STANDARD).contactBasics;
const missing = (fields: FieldValues) =>
  missingFields(fields, DEFAULT_STANDARD).filter(({ id }) => id.startsWith("C1"));

describe("A.2 a category is complete, partial or absent", () => {
  it("is complete with every required field, and needs no optional one", () => {
    expect(verdict(contact)).toBe("complete");
    expect(missing(contact)).toEqual([]);
  });

  it("is absent without any value, and partial with one", () => {
    expect(verdict({})).toBe("absent");
    const stack = { "C2.4": value([]) };
    expect(completeness(stack, DEFAULT_STANDARD).companyIntelligence).toBe("absent");
    expect(verdict({ "C1.7": value({ language: "nb", region: null }) })).toBe("partial");
  });

  it("is partial where one required field is gone, and names it", () => {
    const { "C1.5": _phone, ...fields } = contact;
    expect(verdict(fields)).toBe("partial");
    expect(missing(fields)).toEqual([{ id: "C1.5", label: "Direct phone", why: "absent" }]);
  });
});

describe("C captured is not verified", () => {
  it("holds a title that nobody confirmed", () => {
    const fields = { ...contact, "C1.2": value("VP Operations", { verified: false }) };
    expect(missing(fields)).toEqual([{ id: "C1.2", label: "Job title", why: "not_verified" }]);
  });

  it.each([
    ...["N/A", "n.a.", "TBD", "x", "-", "   ", "…", "Select", "Please select", "ｎ／ａ"],
    ...["Нет", "неизвестно", "無し", "なし", "ﾃｽﾄ", "没有", "未填写", "없음", "لا يوجد", "לא ידוע"],
    ...["Keine Angabe", "non renseigné", "ikke oppgitt"],
    ...["xxxxxxx", "XXXXX XXXXX", "Not known", "Not specified", "Unspecified", "To be confirmed"],
    ...["None given", "No company", "lorem ipsum"],
  ])("takes the placeholder %j for no value", (text) => {
    expect(missing({ ...contact, "C1.5": value(text) })).toMatchObject([{ why: "absent" }]);
  });

  it("shows 'not obtainable' as its own answer, which does not complete the category", () => {
    const fields = {
      ...contact,
      "C1.5": value(null, { notObtainable: "every provider was asked" }),
    };
    expect(missing(fields)).toMatchObject([{ id: "C1.5", why: "not_obtainable" }]);
  });
});

describe("C2.5 the CRM match", () => {
  const crm = (fields: FieldValues) =>
    missingFields(fields, DEFAULT_STANDARD).find(({ id }) => id === "C2.5")?.why;

  it("is complete when it was checked and there is none", () => {
    expect(crm({ "C2.5": value("none", { source: "crm" }) })).toBeUndefined();
  });

  it("is absent when nobody checked", () => {
    expect(crm({})).toBe("absent");
  });

  it("accepts none but the five answers", () => {
    expect(crm({ "C2.5": value("perhaps") })).toBe("not_valid");
  });
});

describe("C3.8 the curated trail", () => {
  const touch = { kind: "page_viewed", text: "Read /pricing", count: 1, firstAt: at, lastAt: at };
  const trail = (count: number) => ({ "C3.8": value(Array.from({ length: count }, () => touch)) });

  it("is partial below three touchpoints and not valid above five", () => {
    expect(completeness(trail(2), DEFAULT_STANDARD).behavioralTrail).toBe("partial");
    const why = missingFields(trail(6), DEFAULT_STANDARD).find(({ id }) => id === "C3.8")?.why;
    expect(why).toBe("not_valid");
  });

  it("is complete with three touchpoints and a summary that a person approved", () => {
    const fields = { ...trail(3), "C3.9": value("She compared two vendors.") };
    expect(completeness(fields, DEFAULT_STANDARD).behavioralTrail).toBe("complete");
    const draft = { ...trail(3), "C3.9": value("She compared two.", { verified: false }) };
    expect(completeness(draft, DEFAULT_STANDARD).behavioralTrail).toBe("partial");
  });
});
