import { describe, expect, it } from "vitest";
import { blanksOf, filled, isMadeOf, phraseFault, phraseIn } from "./phrase";

const LOST = "Closed-lost {months} months ago";

describe("C5.4 the phrases of the library", () => {
  it("name what they ask for, and are filled with it", () => {
    expect(blanksOf("{competitor} at {event}, {competitor}")).toEqual(["competitor", "event"]);
    expect(filled(LOST, { months: "8" })).toBe("Closed-lost 8 months ago");
    expect(filled(LOST, { months: "1" })).toBe("Closed-lost a month ago");
    expect(filled(LOST, {})).toBe(LOST);
    expect(filled("Saw {competitor} at {event}", { competitor: "Acme" })).toBe(
      "Saw Acme at {event}",
    );
  });

  it("are known again in a flag, the one that says most by itself first", () => {
    expect(isMadeOf("closed-lost 8 months ago", LOST)).toBe(true);
    expect(isMadeOf("Closed-lost a month ago", LOST)).toBe(true);
    expect(isMadeOf("Closed-lost long ago", LOST)).toBe(false);
    expect(isMadeOf("What (is) this?", "What (is) this?")).toBe(true);
    const [any, acme] = [
      { id: "any", text: "Uses {competitor}" },
      { id: "acme", text: "Uses Acme {product}" },
    ];
    expect(phraseIn("Uses Acme Cloud", [any, acme])?.id).toBe("acme");
    expect(phraseIn("Uses Zeta", [any, acme])?.id).toBe("any");
    expect(phraseIn("My own words", [any, acme])).toBeNull();
  });

  it.each(["", "no", "x".repeat(81), "{Months} ago", "Lost {", "{months}"])(
    "are not: '%s'",
    (text) => {
      expect(phraseFault(text)).not.toBeNull();
    },
  );
});
