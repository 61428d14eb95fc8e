import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shortened, shownLine, shownText } from "./shown-text";

describe("a text from outside among other words", () => {
  it.each([
    ["a direction forced on what follows", "VP \u202Esnoitarepo\u202C", "VP snoitarepo"],
    ["an isolate that is never closed", "\u2067Ops\u2069\u2069 now", "Ops now"],
    ["zero-width characters", "pay\u200Bpal\uFEFF\u2060", "paypal"],
    ["a hidden message in tag characters", "Ops\u{E0048}\u{E0069}", "Ops"],
    ["controls, but for lines", "one\u0007\r\ntwo\u0085", "one\ntwo"],
    ["emoji, whole", "👩‍💻 ❤️ Ops", "👩‍💻 ❤️ Ops"],
    ["a script that joins", "علی\u200Cرضا", "علی\u200Cرضا"],
    ["markup, which is only text", "<script>alert(1)</script>", "<script>alert(1)</script>"],
  ])("%s", (_what, given, shown) => {
    expect(shownText(given)).toBe(shown);
  });

  it("lets no pile of marks climb over the lines above", () => {
    expect(shownText(`Z${"\u0335".repeat(500)}algo`).length).toBeLessThan(20);
  });

  it("leaves nothing that acts on its surroundings, and is its own shown form", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        const once = shownText(text);
        expect(once).not.toMatch(/\p{Bidi_Control}/u);
        expect(shownText(once)).toBe(once);
        expect(shownLine(text)).not.toMatch(/[\n\t]/);
      }),
      { numRuns: 2_000 },
    );
  });

  it("is cut between characters", () => {
    expect(shortened("abc", 3)).toBe("abc");
    expect(shortened("ab😀cd", 3)).toBe("ab…");
  });
});
