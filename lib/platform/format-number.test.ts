import { describe, expect, it } from "vitest";
import {
  formatCount,
  formatNumber,
  formatPercent,
  formatPercentRange,
  formatSigned,
} from "./format-number";

describe("numbers", () => {
  it("groups thousands as the locale does", () => {
    expect(formatNumber(1284, "en-GB")).toBe("1,284");
    expect(formatNumber(1284, "de-DE")).toBe("1.284");
  });

  it("writes every number in the figures of the clocks beside it", () => {
    expect(formatNumber(1284, "ar-EG")).toBe("1,284");
    expect(formatPercent(0.94, "fa-IR")).toMatch(/94/);
    expect(formatSigned(24, "ar-EG")).toContain("+24");
    expect(formatNumber(1284, "mr-IN")).toBe("1,284");
  });

  it("signs points with a minus as wide as a digit", () => {
    expect(formatSigned(24, "en-GB")).toBe("+24");
    expect(formatSigned(-6, "en-GB")).toBe("−6");
    expect(formatSigned(0, "en-GB")).toBe("0");
  });

  it("counts one and many", () => {
    expect(formatCount(1, "lead", "leads", "en-GB")).toBe("1 lead");
    expect(formatCount(0, "lead", "leads", "en-GB")).toBe("0 leads");
    expect(formatCount(8000, "lead", "leads", "en-GB")).toBe("8,000 leads");
    expect(formatCount(0, "lead", "leads", "fr-FR")).toBe("0 leads");
    expect(formatCount(1, "lead", "leads", "ja-JP")).toBe("1 lead");
  });
});

describe("A.3 rates", () => {
  it("rounds, but calls only all 'all' and only none 'none'", () => {
    expect(formatPercent(0.936, "en-GB")).toBe("94%");
    expect(formatPercent(0.9996, "en-GB")).toBe("99%");
    expect(formatPercent(0.0004, "en-GB")).toBe("1%");
    expect(formatPercent(1, "en-GB")).toBe("100%");
    expect(formatPercent(0, "en-GB")).toBe("0%");
    expect(formatPercent(0.9996, "en-GB", 1)).toBe("99.9%");
  });

  it("prints an interval", () => {
    expect(formatPercentRange(0.93, 0.96, "en-GB")).toBe("93–96%");
    expect(formatPercentRange(0.93, 0.96, "da-DK")).toBe("93–96\u00a0%");
    expect(formatPercentRange(0.93, 0.96, "tr-TR")).toBe("%93–96");
  });
});
