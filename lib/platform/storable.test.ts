import { describe, expect, it } from "vitest";
import { storable } from "./storable";

describe("what PostgreSQL cannot keep", () => {
  it("is taken out of whatever a form holds, and nothing else is touched", () => {
    const file = new File(["x"], "a.csv");
    const given = { words: "a\0b", list: ["\ud800", { "k\0": 1 }], file, at: new Date(0) };
    const mended = storable(given) as typeof given;
    expect(mended).toEqual({ ...given, words: "ab", list: ["\ufffd", { k: 1 }] });
    expect(mended.file).toBe(file);
    const whole = { list: ["a", { b: "c" }], n: 1, none: null };
    expect(storable(whole)).toBe(whole);
  });
});
