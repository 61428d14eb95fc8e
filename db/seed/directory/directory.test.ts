import { readFileSync } from "node:fs";
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { describe, expect, it } from "vitest";
import { readDirectory } from "@/lib/enrichment/directory/file";
import { emailAddress } from "@/lib/intake/emails/email";
import { companyDirectory, DIRECTORY_SEED } from "./directory";

const file = readDirectory(
  readFileSync(new URL("../company-directory.json", import.meta.url), "utf8"),
);
const people = file.flatMap((company) => company.people.map((person) => ({ company, person })));
const share = <T>(all: readonly T[], test: (one: T) => boolean) =>
  all.filter(test).length / all.length;

describe("the demonstration's company directory", () => {
  it("is what its number makes of it, so that nobody edits it by hand", () => {
    expect(companyDirectory(DIRECTORY_SEED).companies).toEqual(file);
  });

  it("has about 150 companies in at least 20 countries, with about four people each", () => {
    expect(file.length).toBeGreaterThan(140);
    expect(new Set(file.map(({ country }) => country)).size).toBeGreaterThanOrEqual(20);
    expect(people.length / file.length).toBeGreaterThan(3);
  });

  it("names nobody real: every domain and address ends in .example", () => {
    for (const { domain } of file) expect(domain).toMatch(/\.example$/);
    for (const { company, person } of people) {
      expect(person.email.endsWith(`@${company.domain}`)).toBe(true);
      expect(emailAddress(person.email)).toMatchObject({
        ok: true,
        address: person.email,
        role: false,
      });
    }
  });

  it("C1.5 gives only numbers that are valid in the company's country", () => {
    for (const { company, person } of people) {
      if (!person.phone) continue;
      const read = parsePhoneNumberFromString(person.phone);
      expect([person.phone, read?.isValid(), read?.country]).toEqual([
        person.phone,
        true,
        person.phone.startsWith("+1") ? read?.country : company.country,
      ]);
    }
  });

  it("G.1 lacks enough that some leads are held, and not so much that most are", () => {
    const incomplete = share(
      people,
      ({ company, person }) =>
        !person.phone ||
        !person.linkedin ||
        !person.title ||
        person.deliverable === false ||
        !company.acceptsMail ||
        company.catchAll ||
        !company.employees ||
        !company.industry ||
        !company.crm,
    );
    expect(incomplete).toBeGreaterThan(0.15);
    expect(incomplete).toBeLessThan(0.5);
  });

  it("C2.5 has every answer of a CRM match, and companies nobody has checked", () => {
    const answers = new Set(file.map(({ crm }) => crm?.match ?? "not checked"));
    expect(answers.size).toBe(6);
  });

  it("strains layouts: a name of 80 characters, a very long company, other scripts", () => {
    const lengths = people.map(({ person }) => `${person.given} ${person.family}`.length);
    expect(Math.max(...lengths)).toBe(80);
    expect(Math.max(...file.map(({ name }) => name.length))).toBeGreaterThan(90);
    const native = people.map(({ person }) => `${person.native?.family}`).join("");
    expect(native).toMatch(/\p{Script=Han}/u);
    expect(native).toMatch(/\p{Script=Devanagari}/u);
  });
});
