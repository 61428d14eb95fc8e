import { describe, expect, it } from "vitest";
import { InvalidDirectory, readDirectory } from "./file";

const nordlys = {
  domain: "nordlys-logistics.example",
  name: "Nordlys Logistics",
  country: "NO",
  acceptsMail: true,
  catchAll: false,
  people: [
    { email: "ingrid.solberg@nordlys-logistics.example", given: "Ingrid", family: "Solberg" },
  ],
};
const written = (...companies: object[]) => JSON.stringify({ companies });

describe("G.2 the directory's file", () => {
  it("reads a company that lacks what nobody knows", () => {
    expect(readDirectory(written(nordlys))).toEqual([nordlys]);
  });

  it.each([
    ["a file that is no JSON", "{", "not JSON"],
    ["a missing domain", written({ ...nordlys, domain: undefined }), "companies.0.domain"],
    ["a CRM match it does not know", written({ ...nordlys, crm: { match: "maybe" } }), "crm.match"],
    ["a phone that is not E.164", person({ phone: "22 86 50 00" }), "companies.0.people.0.phone"],
    [
      "a company's LinkedIn page",
      person({ linkedin: "https://www.linkedin.com/company/x" }),
      "LinkedIn",
    ],
    ["a key it does not know", written({ ...nordlys, size: 3 }), "companies.0"],
    ["a domain that occurs twice", written(nordlys, nordlys), "nordlys-logistics.example twice"],
  ])("C1.5 C1.6 C2.5 refuses %s in words", (_what, json, words) => {
    expect(() => readDirectory(json)).toThrow(InvalidDirectory);
    expect(() => readDirectory(json)).toThrow(words);
  });

  it("refuses a person who occurs twice, at whichever company", () => {
    const other = { ...nordlys, domain: "nordlys.example" };
    expect(() => readDirectory(written(nordlys, other))).toThrow("ingrid.solberg@");
  });
});

function person(more: object): string {
  return written({ ...nordlys, people: [{ ...nordlys.people[0], ...more }] });
}
