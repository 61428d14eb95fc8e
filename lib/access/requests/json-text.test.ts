import { describe, expect, it } from "vitest";
import { DEEPEST, parseJson } from "./json-text";

const reason = (text: string) => {
  const answer = parseJson(text);
  return answer.ok ? null : answer.reason;
};

describe("Bad input: JSON", () => {
  it.each([
    ["abc", "line 1, column 1"],
    ["[1,]", "line 1, column 4"],
    ['{"a": abc, "b": 12345678901234567890}', "line 1, column 7"],
    ['{"a":1 "b"', "line 1, column 8"],
    ['{\n  "a": 1,\n  b: 2\n}', "line 3, column 3"],
    ['{"a":"x', "line 1, column 8"],
    ['{"a":', "line 1, column 6"],
    ['{"a":1} trailing', "line 1, column 9"],
  ])("names the place where %j stops being JSON", (text, place) => {
    expect(reason(text)).toContain(place);
  });

  it("says that nothing came", () => {
    expect(reason("  ")).toContain("empty");
  });

  it("refuses depth that could exhaust the stack, and takes what is just below", () => {
    const nested = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
    expect(reason(nested(250_000))).toContain(`${DEEPEST} levels`);
    expect(reason(nested(DEEPEST))).toBeNull();
  });

  it("does not count brackets inside a text", () => {
    expect(parseJson(`"${"[".repeat(500)}\\"["`).ok).toBe(true);
  });
});
