import { describe, expect, it } from "vitest";
import { memberInput } from "./input";

const typed = {
  ...{ personId: "11111111-1111-4111-8111-111111111111", territoryName: " Nordics " },
  ...{ territory: "Norway, se; DENMARK\nBenelux", languages: "Norwegian, de", products: "" },
  ...{ segments: "", leadCap: "", weight: "2" },
};

describe("what an admin types of a rep", () => {
  it("is read as countries, regions, languages and numbers", () => {
    expect(memberInput.parse(typed)).toMatchObject({
      territoryName: "Nordics",
      territory: ["NO", "SE", "DK", "BE", "LU", "NL"],
      languages: [expect.stringMatching(/^n[bo]$/), "de"],
      ...{ products: [], leadCap: null, weight: 2 },
    });
  });

  it.each([
    [{ territory: "Norway, Atlantis" }, "'Atlantis' is no country and no region."],
    [{ languages: "Klingonish" }, "'Klingonish' is no language."],
    [{ leadCap: "many" }, "Give a whole number up to 100000, or nothing."],
    [{ weight: "-1" }, "A weight is 0 or more."],
  ])("names what is wrong with %o", (change, message) => {
    const parsed = memberInput.safeParse({ ...typed, ...change });
    expect(parsed.error?.issues[0]?.message).toBe(message);
  });
});
