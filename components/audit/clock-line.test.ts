import { describe, expect, it } from "vitest";
import { clockLine, ninthWords, spreadWords } from "./clock-line";

const reader = { locale: "en-GB", timeZone: "Europe/Oslo" };
const now = new Date("2026-06-03T10:00:00Z");

describe("G.6 the words of the two clocks", () => {
  it("says that half were never tried instead of a number that hides it", () => {
    expect(spreadWords(null, 4)).toBe("no attempt");
    expect(spreadWords(null, 0)).toBe("–");
    expect(spreadWords(250, 4)).toBe("4\u00a0min\u00a010\u00a0s");
    expect(ninthWords(null, 4)).toBe("");
    expect(ninthWords(3_600, 4)).toBe("9 in 10 within 1\u00a0h");
  });

  it("prints a week under its Monday", () => {
    const spread = (median: number | null) => ({ median, ninth: null });
    const week = {
      week: "2026-06-01",
      leads: 1_200,
      untried: 3,
      marketing: spread(86_400),
      sales: spread(120),
      whole: spread(86_520),
    };
    expect(clockLine(week, reader, now)).toEqual({
      week: "2026-06-01",
      from: "1 Jun",
      leads: "1,200",
      marketing: "1\u00a0d",
      sales: "2\u00a0min",
      whole: "1\u00a0d",
      untried: "3",
    });
  });
});
