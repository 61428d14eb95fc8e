import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { personName } from "./person-name";

const read = (typed: Parameters<typeof personName>[0]) => {
  const answer = personName(typed);
  return answer.ok ? `${answer.given}|${answer.family}` : answer.reason;
};

describe("C1.1 a full name is a given and a family name", () => {
  it.each([
    ["Ingrid", "Solberg", "Ingrid|Solberg"],
    [" ingrid ", "SOLBERG", "ingrid|SOLBERG"],
    ["INGRID", "SOLBERG", "Ingrid|Solberg"],
    ["ingrid", "solberg", "Ingrid|Solberg"],
    ["JEAN-LUC", "O'BRIEN", "Jean-Luc|O'Brien"],
    ["ANNE", "MCDONALD", "Anne|McDonald"],
    ["LUDWIG", "VAN BEETHOVEN", "Ludwig|van Beethoven"],
    ["İBRAHİM", "YILMAZ", "Ibrahim|Yilmaz"],
    ["Dr. Ingrid", "Solberg, PhD", "Ingrid|Solberg"],
    ["小明", "王", "小明|王"],
    ["Ольга", "ИВАНОВА", "Ольга|ИВАНОВА"],
    ["محمد", "علی\u200Cرضا", "محمد|علی\u200Cرضا"],
    ["Ing\u202Erid\u200B", "Sol\u0000berg", "Ingrid|Solberg"],
    ["Jose\u0301", "García", "José|García"],
    ["Hyun", "O", "Hyun|O"],
  ])("reads %s and %s as %s", (firstName, lastName, parts) => {
    expect(read({ firstName, lastName })).toBe(parts);
  });

  it.each([
    ["Ingrid Solberg", "Ingrid|Solberg"],
    ["Solberg, Ingrid", "Ingrid|Solberg"],
    ["Mr Jan van der Berg", "Jan|van der Berg"],
    ["Maria del Carmen", "Maria|del Carmen"],
    ["Martin King, Jr.", "Martin|King Jr."],
    ["John Smith, MD", "John|Smith"],
    ["Jack Ma", "Jack|Ma"],
    ["Van Nguyen", "Van|Nguyen"],
    ["สมชาย ใจดี", "สมชาย|ใจดี"],
    ["山田太郎", "太郎|山田"],
    ["山田 太郎", "太郎|山田"],
    ["欧阳娜娜", "娜娜|欧阳"],
    ["김민수", "민수|김"],
  ])("splits %s into %s", (name, parts) => {
    expect(read({ name })).toBe(parts);
  });

  it("puts the family name first where its script does", () => {
    expect(personName({ firstName: "小明", lastName: "王" })).toMatchObject({ full: "王小明" });
  });

  it.each([
    ["a single word", { name: "Ingrid" }, "is the single word 'Ingrid'"],
    ["a given name alone", { firstName: "Ingrid" }, "is the single word 'Ingrid'"],
    ["a family name alone", { lastName: "Solberg" }, "has no given name"],
    ["a placeholder", { firstName: "N/A", lastName: "-" }, "is empty or a placeholder"],
    ["half a placeholder", { firstName: "Ingrid", lastName: "TBD" }, "is the single word 'Ingrid'"],
    ["nothing", {}, "is empty or a placeholder"],
    ["an address", { name: "ingrid@nordlys.example" }, "is an email address"],
    [
      "the address's local part",
      {
        firstName: "ingrid.solberg",
        lastName: "ingrid.solberg",
        email: "ingrid.solberg@n.example",
      },
      "is the email address's local part",
    ],
    ["a user name", { firstName: "ingrid", lastName: "s42" }, "has digits in it"],
    [
      "an initial",
      { firstName: "I.", lastName: "Solberg" },
      "has only an initial for the given name",
    ],
    [
      "a short end",
      { firstName: "Ingrid", lastName: "S." },
      "has only an initial for the family name",
    ],
  ])("refuses %s", (_, typed, reason) => {
    expect(read(typed)).toBe(reason);
  });

  it("keeps a name whose words happen to be the address", () => {
    expect(read({ firstName: "Ingrid", lastName: "Solberg", email: "ingrid@n.example" })).toBe(
      "Ingrid|Solberg",
    );
  });

  it("changes nothing when applied again", () => {
    const name = fc.string({ unit: "binary", maxLength: 12 });
    fc.assert(
      fc.property(name, name, (firstName, lastName) => {
        const once = personName({ firstName, lastName });
        if (!once.ok) return;
        const again = personName({ firstName: once.given, lastName: once.family });
        expect(again).toEqual(once);
      }),
      { numRuns: 2_000 },
    );
  });
});
