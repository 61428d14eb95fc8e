import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldDefinition, isFieldId } from "@/lib/standard/categories";
import type { GivenValues, Subject } from "../provider";
import { callableNumber } from "./callable-number";
import { companyAnswer } from "./company-answer";
import { type CompanyFacts, NO_COMPANY_FACTS } from "./company-facts";
import { companyValues } from "./company-values";
import { isSubjectsCompany } from "./employment";
import { personAnswer } from "./person-answer";
import { NO_PERSON_FACTS, type PersonFacts } from "./person-facts";
import { personValues } from "./person-values";

const lead: Subject = {
  email: null,
  domain: "acme-freight.example",
  companyName: "Acme Freight",
  fullName: "Ada Stone",
  linkedin: null,
};
const person = (facts: Partial<PersonFacts>): PersonFacts => ({ ...NO_PERSON_FACTS, ...facts });
const company = (facts: Partial<CompanyFacts>): CompanyFacts => ({ ...NO_COMPANY_FACTS, ...facts });
const here = { sure: true, atCompany: true };

describe("C1.2 whether an employer is the lead's company", () => {
  it.each([
    ["its domain", { name: null, domains: ["https://www.acme-freight.example/about"] }, true],
    ["a host under its domain", { name: "Anything", domains: ["eu.acme-freight.example"] }, true],
    ["its name in another spelling", { name: "ACME FREIGHT, INC.", domains: [] }, true],
    ["another domain", { name: null, domains: ["other.example"] }, false],
    ["another name", { name: "Other Freight", domains: [] }, false],
    ["one name under two domains", { name: "Acme Freight", domains: ["acme.example"] }, null],
    ["nothing", { name: null, domains: [] }, null],
    ["a private address's domain", { name: null, domains: ["gmail.com"] }, null],
  ])("by %s", (_what, employer, expected) => {
    expect(isSubjectsCompany(employer, lead)).toBe(expected);
  });

  it("takes no short name for proof", () => {
    const short = { ...lead, domain: null, companyName: "AB" };
    expect(isSubjectsCompany({ name: "AB", domains: [] }, short)).toBeNull();
  });
});

describe("C1.3 the employer's name", () => {
  const facts = person({
    email: "ada@gmail.com",
    employer: { name: "ACME FREIGHT INC", domains: [] },
  });
  const stranger = { ...lead, email: "ada@gmail.com", domain: null, companyName: null };

  it("is captured for a lead of whose company nothing is known", () => {
    const answer = personAnswer(facts, stranger);
    const values = "values" in answer ? answer.values : {};
    expect(values?.["C1.3"]).toMatchObject({ value: "Acme Freight", verified: false });
  });

  it("is left out where it may be another company than the one the lead named", () => {
    const standing = { sure: true, atCompany: null };
    expect(personValues(facts, lead, standing)["C1.3"]).toBeUndefined();
  });
});

describe("C1.5 the number to give", () => {
  const phones = [
    { text: "783-6816", line: "direct", mayCall: true },
    { text: "+47 412 34 567", line: "direct", mayCall: true },
    { text: "+47 22 86 50 00 ext. 12", line: "direct", mayCall: true },
  ] as const;

  it("is the first that is in use, with its real kind", () => {
    expect(callableNumber(person({ phones }), null, true)).toMatchObject({
      value: "+4741234567",
      verified: true,
      detail: { kind: "mobile", country: "NO" },
    });
  });

  it("keeps an extension", () => {
    const facts = person({ phones: phones.slice(2) });
    expect(callableNumber(facts, null, false)).toMatchObject({
      value: "+4722865000",
      detail: { kind: "direct", extension: "12" },
    });
  });

  it("is none where its owner asked not to be called", () => {
    const facts = person({ phones: phones.map((phone) => ({ ...phone, mayCall: false })) });
    expect(callableNumber(facts, "NO", true)).toBeNull();
  });
});

describe("C2 a company's values", () => {
  it("C2.1 gives a range as an estimate where there is no number", () => {
    expect(companyValues(company({ employeeRange: "251-500" }))["C2.1"]).toEqual({
      value: { atLeast: 251, atMost: 500 },
      source: "enrichment",
      verified: false,
      detail: { estimated: true },
    });
  });

  it.each([0, -3, 9_000_000, Number.NaN])("C2.1 gives no number for %d", (employees) => {
    expect(companyValues(company({ employees }))["C2.1"]).toBeUndefined();
  });

  it("C2.2 prefers a figure to a band, and no figure in another unit", () => {
    const revenueBand = "$10M-$50M";
    expect(companyValues(company({ revenueUsd: 4e8, revenueBand }))["C2.2"]?.value).toBe(
      "$ 250–500 M",
    );
    expect(companyValues(company({ revenueUsd: 4e15, revenueBand }))["C2.2"]?.value).toBe(
      "$ 10–50 M",
    );
  });

  it("takes a provider's placeholder for nothing said, so that it hides nobody's answer", () => {
    const values = (name: string, technologies: string[] = []) =>
      companyValues(company({ industry: { name, part: "N/A" }, technologies }));
    expect(values("Not specified", ["N/A", "None"])).toEqual({});
    expect(values("Logistics", ["N/A", "SAP"])).toMatchObject({
      "C2.3": { value: "Logistics" },
      "C2.4": { value: ["SAP"] },
    });
  });

  it("refuses another company, and says so without its name", () => {
    const other = company({ name: "Somebody Else", domains: ["else.example"], employees: 5 });
    expect(companyAnswer(other, lead)).toEqual({
      answer: "no_match",
      words: "Its nearest match is another company.",
    });
  });
});

describe("G.2 whatever a provider says", () => {
  const hostile = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.constantFrom(
      "=HYPERLINK(1)",
      "<script>alert(1)</script>",
      "\u202Egnp.exe",
      "N/A",
      "x".repeat(5_000),
    ),
  );
  const shapeOf = (values: GivenValues) =>
    Object.entries(values).filter(
      ([id, value]) => !isFieldId(id) || !fieldDefinition(id).value.safeParse(value.value).success,
    );

  it("C1 gives values of our shapes only, and short words", () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (one, two, three) => {
        const facts = person({
          fullName: one,
          title: two,
          linkedin: three,
          country: one,
          employer: { name: two, domains: [three] },
          email: three,
          phones: [{ text: one, line: "direct", mayCall: true }],
        });
        expect(shapeOf(personValues(facts, lead, here))).toEqual([]);
        expect(personAnswer(facts, lead).words.length).toBeLessThan(200);
      }),
    );
  });

  it("C2 gives values of our shapes only", () => {
    fc.assert(
      fc.property(hostile, hostile, fc.double(), (one, two, figure) => {
        const facts = company({
          name: one,
          employees: figure,
          employeeRange: two,
          revenueUsd: figure,
          revenueBand: two,
          industry: { name: one, part: two },
          technologies: [one, two],
        });
        expect(shapeOf(companyValues(facts))).toEqual([]);
      }),
    );
  });
});
