import { describe, expect, it } from "vitest";
import { leftBehind, typedElsewhere } from "./typed-elsewhere";

describe("O.3 one person with a lead open twice", () => {
  it("is told what the other page has that this one has not", () => {
    expect(typedElsewhere({ here: "Mine.", there: "Other." }, null)).toBe("Other.");
    expect(typedElsewhere({ here: null, there: "Other." }, null)).toBe("Other.");
    expect(typedElsewhere({ here: "Mine.", there: "Mine. " }, null)).toBeNull();
    expect(typedElsewhere({ here: "Other.\n\nMine.", there: "Other." }, null)).toBeNull();
  });

  it("is told so still after they typed on here, until it is taken over or saved", () => {
    expect(typedElsewhere({ here: "Mine too.", there: "Mine too." }, "Other.")).toBe("Other.");
    const joined = "Mine.\n\nOther.";
    expect(typedElsewhere({ here: joined, there: joined }, "Other.")).toBeNull();
    expect(typedElsewhere({ here: "Mine.", there: null }, "Other.")).toBeNull();
  });

  it("leaves nothing behind that was typed here while the other page's is kept", () => {
    expect(leftBehind({ here: "Mine.", began: null }, "Other. ")).toBe("Other.\n\nMine.");
  });

  it("adds nothing that is kept, or was only put back here", () => {
    expect(leftBehind({ here: "Mine.", began: null }, null)).toBeNull();
    expect(leftBehind({ here: null, began: null }, "Other.")).toBeNull();
    expect(leftBehind({ here: "Mine.", began: null }, "Mine. And more.")).toBeNull();
    expect(leftBehind({ here: "Old.", began: "Old." }, "Older, changed.")).toBeNull();
  });
});
