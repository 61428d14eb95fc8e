import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestTime } from "@/lib/platform/testing/best-time";
import { personName } from "./person-name";

const read = (typed: Parameters<typeof personName>[0]) => {
  const answer = personName(typed);
  return answer.ok ? `${answer.given}|${answer.family}` : answer.reason;
};

const ONE_PART = "has one part only, 'Ingrid'; a full name has a given and a family name";

describe("C1.1 a full name is a given and a family name", () => {
  it.each([
    ["Ingrid", "Solberg", "Ingrid|Solberg"],
    [" ingrid ", "SOLBERG", "Ingrid|Solberg"],
    ["INGRID", "SOLBERG", "Ingrid|Solberg"],
    ["ingrid", "solberg", "Ingrid|Solberg"],
    ["JEAN-LUC", "O'BRIEN", "Jean-Luc|O'Brien"],
    ["ANNE", "MCDONALD", "Anne|McDonald"],
    ["LUDWIG", "VAN BEETHOVEN", "Ludwig|van Beethoven"],
    ["İBRAHİM", "YILMAZ", "Ibrahim|Yilmaz"],
    ["Dr. Ingrid", "Solberg, PhD", "Ingrid|Solberg"],
    ["小明", "王", "小明|王"],
    ["Ольга", "ИВАНОВА", "Ольга|Иванова"],
    ["محمد", "علی\u200Cرضا", "محمد|علی\u200Cرضا"],
    ["Ing\u202Erid\u200B", "Sol\u0000berg", "Ingrid|Solberg"],
    ["Jose\u0301", "García", "José|García"],
    ["Hyun", "O", "Hyun|O"],
    ["Ingrid", "McDONALD", "Ingrid|McDONALD"],
    ["TJ", "Maxwell", "TJ|Maxwell"],
    ["TJ", "MAXWELL", "TJ|Maxwell"],
    ["JO", "Nesbø", "JO|Nesbø"],
    ["ANNE", "O'NEILL", "Anne|O'Neill"],
    ["vincent", "van gogh", "Vincent|van Gogh"],
    ["ABDULLAH", "BIN RASHID AL-MAKTOUM", "Abdullah|bin Rashid Al-Maktoum"],
    ["SJOERD", "VAN 'T HOF", "Sjoerd|van 't Hof"],
    ["MARÍA JOSÉ", "DE LA CRUZ GARCÍA", "María José|de la Cruz García"],
    ["IJSBRAND", "IJZERMAN", "IJsbrand|IJzerman"],
    ["ΓΙΩΡΓΟΣ", "ΠΑΠΑΔΟΠΟΥΛΟΣ", "Γιωργος|Παπαδοπουλος"],
    ["Ingrid 🚀", "Solberg", "Ingrid|Solberg"],
    ["Prof. Dr. Dipl.-Ing. Hans", "Müller", "Hans|Müller"],
    ["Dott.ssa Maria", "Rossi", "Maria|Rossi"],
    ["Thomas", "Thomas", "Thomas|Thomas"],
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
    ["남궁민수", "민수|남궁"],
    ["司馬遼太郎", "遼太郎|司馬"],
    ["田中さくら", "さくら|田中"],
    ["山田太郎様", "太郎|山田"],
    ["WANG Xiaoming", "Xiaoming|Wang"],
    ["Xiaoming WANG", "Xiaoming|Wang"],
    ["Jean-Luc DE LA TOUR", "Jean-Luc|de la Tour"],
    ["Robert (Bob) Smith", "Robert|Smith"],
    ['William "Bill" Gates', "William|Gates"],
    ["Ingrid Solberg (she/her)", "Ingrid|Solberg"],
    ["Ingrid Solberg, MBA, PMP", "Ingrid|Solberg"],
    ["Sr. Juan García", "Juan|García"],
    ["John Paul Jones III", "John Paul|Jones III"],
    ["Иванов, Иван Петрович", "Иван Петрович|Иванов"],
    ["محمد بن سلمان", "محمد|بن سلمان"],
  ])("splits %s into %s", (name, parts) => {
    expect(read({ name })).toBe(parts);
  });

  it.each([
    ["Nagy Péter", "Péter|Nagy"],
    ["Nguyễn Văn An", "Văn An|Nguyễn"],
    ["Péter NAGY", "Péter|Nagy"],
    ["Nagy, Péter", "Péter|Nagy"],
  ])("splits %s into %s where the family name comes first", (name, parts) => {
    expect(read({ name, order: "family first" })).toBe(parts);
  });

  it("shows a name in the order of its own country", () => {
    const answer = personName({ name: "Nagy Péter", order: "family first" });
    expect(answer).toMatchObject({ full: "Nagy Péter", given: "Péter" });
  });

  it.each([
    [{ name: "Test Test" }, "is empty or a placeholder"],
    [{ name: "asdf asdf" }, "is empty or a placeholder"],
    [{ firstName: "Asd", lastName: "Fgh" }, "is made of a keyboard's row"],
    [{ firstName: "Asdasdasd", lastName: "Solberg" }, "is made of a keyboard's row"],
    [{ firstName: "Qwert", lastName: "Zxcvb" }, "is made of a keyboard's row"],
    [{ firstName: "Aaaa", lastName: "Bbbb" }, "is made of a keyboard's row"],
    [{ name: "First Last" }, "stands for nobody"],
    [{ name: "Mickey Mouse" }, "stands for nobody"],
    [{ name: "JOHN DOE" }, "stands for nobody"],
    [{ name: "Ola Nordmann" }, "stands for nobody"],
    [{ name: "Max Mustermann" }, "stands for nobody"],
    [{ name: "Sales Team" }, "is a desk's, not a person's"],
    [{ firstName: "Accounts", lastName: "Payable" }, "is a desk's, not a person's"],
    [{ firstName: "=cmd|'/C calc'!A0", lastName: "Solberg" }, "has digits in it"],
    [{ firstName: "=SUM(A)", lastName: "Solberg" }, "has signs in it that no name has"],
    [{ firstName: "<b>Ingrid</b>", lastName: "Solberg" }, "has signs in it that no name has"],
    [{ firstName: "🚀🚀", lastName: "Solberg" }, "has no given name"],
    [{ name: `${"Ingrid ".repeat(50)}Solberg` }, "is longer than any name"],
    [
      { firstName: "ingrid.solberg", lastName: "Nordlys", email: "ingrid.solberg@n.example" },
      "is the email address's local part",
    ],
  ])("refuses %o", (typed, reason) => {
    expect(read(typed)).toBe(reason);
  });

  it("takes a whole name that stands in both fields once", () => {
    const both = "Ada Lovelace";
    expect(personName({ firstName: both, lastName: "ada  LOVELACE" })).toMatchObject({
      ...{ given: "Ada", family: "Lovelace", full: both },
    });
    expect(read({ firstName: "ada.lovelace", lastName: "ada.lovelace" })).toMatch(/^has one part/);
    expect(personName({ firstName: "Thomas", lastName: "Thomas" }).ok).toBe(true);
  });

  it.each([
    "Joyce Asher",
    "Poppy Rewe",
    "Will Power",
    "Marketa Salesova",
    "Anna Bell",
    "Lee Admin-Smith",
  ])("takes %s for a person", (name) => {
    expect(personName({ name }).ok).toBe(true);
  });

  it("reads 100 kB of anything in its stride", () => {
    const read = () => {
      for (const unit of ["a", "a ", "(", '"', " \u202E", "a,", "é", "王", "/"])
        expect(personName({ name: unit.repeat(100_000 / unit.length) }).ok).toBe(false);
    };
    expect(bestTime(5, read)).toBeLessThan(500);
  });

  it("puts the family name first where its script does", () => {
    expect(personName({ firstName: "小明", lastName: "王" })).toMatchObject({ full: "王小明" });
  });

  it.each([
    ["a single word", { name: "Ingrid" }, ONE_PART],
    ["a given name alone", { firstName: "Ingrid" }, ONE_PART],
    ["a family name alone", { lastName: "Solberg" }, "has no given name"],
    ["a placeholder", { firstName: "N/A", lastName: "-" }, "is empty or a placeholder"],
    ["half a placeholder", { firstName: "Ingrid", lastName: "TBD" }, ONE_PART],
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
