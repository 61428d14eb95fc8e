import { describe, expect, it } from "vitest";
import type { Json } from "@/lib/standard/field";
import { type Routed, stratumOf } from "./strata";

const value = (content: Json) => ({
  ...({ value: content, source: "form", verified: false } as const),
  obtainedAt: "2026-06-03T10:00:00.000Z",
});
const lead = (rest: Partial<Routed> = {}): Routed => ({
  ...{ leadId: "l", handoffId: "h", ownerId: "amara", source: null, fields: null },
  ...rest,
});
const segment = (id: string, rest = {}) => ({
  ...{ id, name: id, places: [], employeesFrom: null, employeesTo: null },
  ...{ tiers: [], industries: [], ...rest },
});

describe("A.1 the strata of a draw", () => {
  it("are one without any, and the rep's id by rep", () => {
    expect(stratumOf(lead(), "none", [])).toBe("");
    expect(stratumOf(lead(), "rep", [])).toBe("amara");
  });

  it("are the channel by source, and one of those whose channel is not known", () => {
    const from = (source: Json) => stratumOf(lead({ source: value(source) }), "source", []);
    const touch = { campaign: "Spring", asset: null, firstTouch: null, lastTouch: null };
    expect(from({ ...touch, channel: "webinar" })).toBe("webinar");
    expect(from({ ...touch, channel: null })).toBe("not known");
    expect(from("webinar")).toBe("not known");
    expect(stratumOf(lead(), "source", [])).toBe("not known");
  });

  it("are the first segment that a lead is of, and one of those that are of none", () => {
    const segments = [
      segment("Nordics", { places: ["Nordics"] }),
      segment("EMEA", { places: ["EMEA"] }),
    ];
    const of = (region: string) =>
      stratumOf(
        lead({ fields: { "C1.7": value({ language: null, region }) } }),
        "segment",
        segments,
      );
    expect(of("NO")).toBe("Nordics");
    expect(of("DE")).toBe("EMEA");
    expect(of("JP")).toBe("no segment");
    expect(stratumOf(lead(), "segment", segments)).toBe("no segment");
  });
});
