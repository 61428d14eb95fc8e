import { describe, expect, it } from "vitest";
import type { Subject } from "../provider";
import { agreement, nameAgreement } from "./agreement";
import { NO_PERSON_FACTS, type PersonFacts } from "./person-facts";

const lead: Subject = {
  email: "ingrid.solberg@nordlys-logistics.example",
  domain: "nordlys-logistics.example",
  companyName: "Nordlys Logistics",
  fullName: "Ingrid Solberg",
  linkedin: "https://www.linkedin.com/in/ingrid-solberg",
};
const here = { name: "Nordlys Logistics AS", domains: ["www.nordlys-logistics.example"] };
const elsewhere = { name: "Havfisk", domains: ["havfisk.example"] };
const found = (facts: Partial<PersonFacts>): PersonFacts => ({ ...NO_PERSON_FACTS, ...facts });

describe("C1.1 whether a found person is the lead", () => {
  it.each<[string, Partial<PersonFacts>, string]>([
    ["the same address", { email: "INGRID.SOLBERG@nordlys-logistics.example" }, "same"],
    ["the same address under another name", { email: lead.email, fullName: "Ingrid Berg" }, "same"],
    ["the same address, likely", { email: lead.email, certain: false }, "unclear"],
    [
      "the same profile elsewhere",
      { linkedin: "no.linkedin.com/in/ingrid-solberg/", employer: elsewhere },
      "same",
    ],
    ["the same name there", { fullName: "Ingrid Solberg", employer: here }, "same"],
    [
      "the same name in parts",
      { firstName: "Ingrid", lastName: "Solberg", employer: here },
      "same",
    ],
    [
      "the same name there behind another address",
      { email: "is@nordlys-logistics.example", fullName: "Ingrid M. Solberg", employer: here },
      "same",
    ],
    ["the same name at nobody knows where", { fullName: "Ingrid Solberg" }, "unclear"],
    ["the same name elsewhere", { fullName: "Ingrid Solberg", employer: elsewhere }, "another"],
    ["another name there", { fullName: "Roy Chung", employer: here }, "another"],
    ["a namesake by family name", { fullName: "Lars Solberg", employer: here }, "another"],
    ["another address without a name", { email: "roy@nordlys-logistics.example" }, "another"],
    ["nothing at all", {}, "unclear"],
    ["the name in another script", { fullName: "Ингрид Солберг", employer: here }, "unclear"],
  ])("by %s", (_what, facts, expected) => {
    expect(agreement(found(facts), lead)).toBe(expected);
  });
});

describe("C1.1 whether two names may be one person's", () => {
  it.each([
    ["Ingrid Solberg", "ingrid solberg", true],
    ["Solberg, Ingrid", "Ingrid Solberg", true],
    ["I. Solberg", "Ingrid Solberg", true],
    ["Ingrid Solberg", "Ingrid Marie Solberg", true],
    ["Søren Kjær", "Soren Kjaer", true],
    ["José Núñez", "Jose Nunez", true],
    ["Anne-Marie Weiß", "Anne Marie Weiss", true],
    ["山田太郎", "山田 太郎", true],
    ["Ingrid Solberg", "Ingrid Hansen", false],
    ["Bob Smith", "Alice Smith", false],
    ["Ingrid", "Ingrid Solberg", null],
    ["Roy", "Ingrid Solberg", false],
    [null, "Ingrid Solberg", null],
    ["", "Ingrid Solberg", null],
    ["💪", "Ingrid Solberg", null],
  ])("%s and %s", (one, other, expected) => {
    expect(nameAgreement(one, other)).toBe(expected);
    expect(nameAgreement(other, one)).toBe(expected);
  });
});
