import { describe, expect, it } from "vitest";
import { matching } from "./palette-items";

const items = ["Queue", "Standard", "Accept Zoë", "Log"].map((label) => ({ id: label, label }));
const labels = (words: string) => matching(items, words).map(({ label }) => label);

describe("what the palette finds", () => {
  it.each([
    ["", ["Queue", "Standard", "Accept Zoë", "Log"]],
    ["  ", ["Queue", "Standard", "Accept Zoë", "Log"]],
    ["QUE", ["Queue"]],
    ["zoe acc", ["Accept Zoë"]],
    ["queue log", []],
  ])("by '%s'", (words, found) => {
    expect(labels(words)).toEqual(found);
  });
});
