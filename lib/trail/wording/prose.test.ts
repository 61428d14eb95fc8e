import { describe, expect, it } from "vitest";
import { thingInSentence } from "./prose";

describe("a thing's name inside a sentence", () => {
  it.each([
    ["Direct phone", "direct phone"],
    ["Employees", "employees"],
    ["Campaign, channel, asset", "campaign, channel, asset"],
    ["LinkedIn profile", "LinkedIn profile"],
    ["CRM match", "CRM match"],
    ["SOC 2 report", "SOC 2 report"],
    ["MAP", "MAP"],
    ["A person", "a person"],
    ["", ""],
  ])("%s: %s", (name, inside) => {
    expect(thingInSentence(name)).toBe(inside);
  });
});
