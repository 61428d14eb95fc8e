import { describe, expect, it } from "vitest";
import { isTellingName } from "./telling-name";

describe("C1.3 a name that is so much its own that it may stand for a domain", () => {
  it.each([
    "Nordlys Fjordfrakt AS",
    "Skadden, Arps, Slate, Meagher & Flom LLP",
    "Marks and Spencer",
    "Müller Maschinenbau GmbH & Co. KG",
    "トヨタ自動車株式会社",
  ])("%s is one company", (name) => {
    expect(isTellingName(name)).toBe(true);
  });

  it.each([
    ["Acme", "a single word"],
    ["Acme Corporation Inc.", "a single word and a designator"],
    ["Apex Solutions", "a word and a line of business"],
    ["First National Bank", "words of many names"],
    ["The Group", "a word of many names"],
    ["A B C D E F G H", "letters"],
    ["Joy Inn", "two short words"],
    ["鈴木", "a family name"],
    ["N/A", "a placeholder"],
    ["", "nothing"],
  ])("%s may be several: %s", (name) => {
    expect(isTellingName(name)).toBe(false);
  });
});
