import { describe, expect, it } from "vitest";
import { DEFAULT_STANDARD } from "@/lib/standard/standard";
import { summaryLines } from "./summary";

const reader = { locale: "en-GB", timeZone: "Europe/Oslo" };
const month = (from: string, until: string, handoffs: number, trail: number) => ({
  ...{ month: { from, until }, handoffs },
  complete: [handoffs, Math.round(handoffs * 0.7), trail, handoffs, handoffs],
});
const october = month("2026-10-01", "2026-11-01", 200, 100);
const september = month("2026-09-01", "2026-10-01", 180, 150);

describe("A.6 the summary of a month", () => {
  const gaps = [{ fieldId: "C3.9", count: 61 }] as const;
  const lines = summaryLines(october, september, gaps, DEFAULT_STANDARD, reader);

  it("tells of each category with its interval, and of a change that chance does not explain", () => {
    expect(lines[0]).toBe("Completeness in Oct 2026");
    expect(lines[1]).toBe("200 handoffs; 180 in Sept 2026.");
    expect(lines).toContain("Contact basics: 100% complete (98–100%)");
    expect(lines).toContain(
      "Behavioral trail: 50% complete (43–57%), −33 points against Sept 2026",
    );
    expect(lines.at(-1)).toBe("Missing most often: Summary (61).");
  });

  it("says where the target was missed, and of noise nothing", () => {
    expect(lines[3]).toBe("Company intelligence: 70% complete (63–76%), below the target of 90%");
    const gates = ["behavioralTrail"] as const;
    const other = summaryLines(october, september, gaps, { gates }, reader);
    expect(other.filter((line) => line.includes("target"))).toEqual([
      "Behavioral trail: 50% complete (43–57%), below the target of 90%, −33 points against Sept 2026",
    ]);
  });
});
