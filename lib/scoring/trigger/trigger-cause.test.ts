import { describe, expect, it } from "vitest";
import { DAY } from "@/lib/platform/durations";
import { daysAgo, NOW } from "@/lib/trail/testing/story";
import type { Trigger } from "./trigger";
import { type Crossing, LATE_DAYS, triggerCause } from "./trigger-cause";

const model = { threshold: 60, version: 3 };
/** A crossing `days` ago that came in `later` days after it happened. */
const crossing = (days: number, later: number | null): Trigger => ({
  ...{ activityId: "a", rule: "pricing", text: "Read /pricing", act: "Read /pricing" },
  ...{ at: daysAgo(days), origin: "File import" },
  parts: { act: "Read /pricing", before: null, returned: "" },
  receivedAt: later === null ? null : new Date(daysAgo(days).getTime() + later * DAY),
});
const caused = (patch: Partial<Crossing>) =>
  triggerCause({ found: null, total: 70, totalFrom: null, judgedBy: 3, ...patch }, model, NOW)
    ?.text;

describe("C4.6 what made an MQL of a lead", () => {
  it("is the activity that has just come in, though its points fade already", () => {
    expect(caused({ found: crossing(1, 1), total: 59 })).toBe("Read /pricing");
    expect(caused({ found: crossing(1, null), total: 59 })).toBe("Read /pricing");
  });

  it("is the model where a version changed what was seen before", () => {
    const changed = "Became ready for sales when version 3 of the scoring model took effect";
    expect(caused({ found: crossing(3, 0), judgedBy: 2 })).toBe(changed);
    expect(caused({ found: null, judgedBy: 2 })).toBe(changed);
    expect(caused({ found: crossing(3, 0), judgedBy: 2, total: 59 })).toBeUndefined();
  });

  it("stays the activity where it came in since the version took effect", () => {
    expect(caused({ found: crossing(2, 2), judgedBy: 2 })).toBe("Read /pricing");
  });

  it("is the import where activities came in long after they had happened", () => {
    const found = crossing(LATE_DAYS + 1, LATE_DAYS + 1);
    expect(caused({ found })).toBe(
      "Became ready for sales when earlier activities came in with File import",
    );
    expect(caused({ found, total: 59 })).toBeUndefined();
    expect(caused({ found: crossing(7, 7), total: 59 })).toBe("Read /pricing");
  });

  it("is the system whose number counts", () => {
    const text = "Came in as ready for sales with Marketo";
    expect(caused({ totalFrom: "Marketo" })).toBe(text);
    expect(caused({ totalFrom: "Marketo", found: crossing(2, 0) })).toBe(text);
    expect(caused({ totalFrom: "Marketo", found: crossing(1, 1) })).toBe("Read /pricing");
    expect(caused({ totalFrom: "Marketo", found: crossing(1, 1), total: 12 })).toBeUndefined();
  });

  it("is what was seen before where something else was learned, and never time alone", () => {
    expect(caused({ found: crossing(3, 0) })).toBe("Read /pricing");
    expect(caused({ found: crossing(3, 0), total: 59 })).toBeUndefined();
  });

  it("is the company where that alone is enough, and nothing below the threshold", () => {
    expect(caused({})).toBe("Became ready for sales because the company fits so well");
    expect(caused({ total: 60 })).toBe("Became ready for sales because the company fits so well");
    expect(caused({ total: 59 })).toBeUndefined();
  });
});
