import { describe, expect, it } from "vitest";
import { refusedByDay } from "./refused";

const hour = (at: string, reason: string, count: number) => ({ hour: new Date(at), reason, count });

describe("what was refused, by day", () => {
  it("goes by the reader's clocks, also under a zone's older name", () => {
    const hours = [
      hour("2026-06-03T18:00:00Z", "signature", 2),
      hour("2026-06-03T19:00:00Z", "signature", 1),
      hour("2026-06-03T20:00:00Z", "too old", 5),
    ];
    const inIndia = [
      { day: "2026-06-04", reason: "too old", count: 5 },
      { day: "2026-06-04", reason: "signature", count: 1 },
      { day: "2026-06-03", reason: "signature", count: 2 },
    ];
    expect(refusedByDay(hours, "Asia/Calcutta")).toEqual(inIndia);
    expect(refusedByDay(hours, "Asia/Kolkata")).toEqual(inIndia);
    expect(refusedByDay(hours, "UTC")).toEqual([
      { day: "2026-06-03", reason: "too old", count: 5 },
      { day: "2026-06-03", reason: "signature", count: 3 },
    ]);
  });
});
