import { describe, expect, it } from "vitest";
import { keptShare } from "./kept-share";

describe("how much of a draft was kept", () => {
  it.each([
    ["Read /pricing twice. Wants to move.", "Read /pricing twice. Wants to move.", 100],
    ["Read /pricing twice. Wants to move.", "Wants to move. Read /pricing twice!", 100],
    ["one two three four", "one two", 50],
    ["one one two two", "one two", 50],
    ["one two", "three", 0],
    ["Größe zählt", "größe ZÄHLT, sagt er", 100],
  ])("%s → %s: %i percent", (draft, text, share) => {
    expect(keptShare(draft, text)).toBe(share);
  });

  it("is not told where there was no draft", () => {
    expect(keptShare(null, "Anything")).toBeNull();
    expect(keptShare(" … ", "Anything")).toBeNull();
  });
});
