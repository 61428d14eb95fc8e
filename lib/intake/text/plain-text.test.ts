import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainText } from "./plain-text";

describe("C1.1 C1.3 the normal form of a short text", () => {
  it.each([
    ["  Åse \t\n Ødegård ", "Åse Ødegård"],
    ["Jose\u0301", "José"],
    ["In\u200Bgr\u00ADid\uFEFF", "Ingrid"],
    ["\u202Edlab\u202C", "dlab"],
    ["A\0B\u0007C", "ABC"],
    ["علی\u200Cرضا", "علی\u200Cرضا"],
    ["a\u200Cb", "ab"],
    ["half \ud800 pair", "half \ufffd pair"],
    ["\u00A0\u3000", ""],
  ])("of %j is %j", (text, normal) => {
    expect(plainText(text)).toBe(normal);
  });

  it("is its own normal form", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 30 }), (text) => {
        const once = plainText(text);
        expect(plainText(once)).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });
});
