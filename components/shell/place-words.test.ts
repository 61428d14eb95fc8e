import { describe, expect, it } from "vitest";
import { placeWords } from "./place-words";

describe("a place in a list", () => {
  it.each([
    [{ at: 7, of: 23 }, "7 of 23"],
    [{ at: 1000, of: 1000 }, "1,000 of 1,000"],
    [{ at: 7, of: 1001 }, "7 of 1,000+"],
    [{ at: 1001, of: 1001 }, "1,000+"],
  ])("%j counted up to a thousand", (place, words) => {
    expect(placeWords(place, "en-GB", 1000)).toBe(words);
  });

  it("is said whole where all were counted, as the reader writes numbers", () => {
    expect(placeWords({ at: 1200, of: 4767 }, "de-DE")).toBe("1.200 of 4.767");
  });
});
