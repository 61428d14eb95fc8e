import { describe, expect, it } from "vitest";
import type { Activity } from "@/lib/intake/activities/activity";
import type { SaidWrong } from "@/lib/standard/field";
import { DEFAULT_TRAIL_SETTINGS } from "@/lib/trail/settings";
import { fieldsSince, givenBeside, remarksSince, visitsSince } from "./since";

const routed = new Date("2026-06-03T10:00:00Z");
const later = (minutes: number) => new Date(routed.getTime() + minutes * 60_000);

function visit(minutes: number, path: string, userAgent = "Mozilla/5.0 Safari/605.1"): Activity {
  return {
    id: `${path} ${minutes}`,
    kind: "page_viewed",
    occurredAt: later(minutes),
    source: "Website",
    userAgent,
    product: null,
    details: { path, seconds: 60 },
  };
}

describe("G.7 what came since the handoff", () => {
  it("tells visits in the words of the trail, several of one page as one", () => {
    const told = visitsSince(
      [visit(3, "/security"), visit(9, "/security")],
      DEFAULT_TRAIL_SETTINGS,
      later(10),
    );
    expect(told).toEqual([
      { kind: "activity", text: "Read /security twice, 2 min in all", at: later(9) },
    ]);
  });

  it("X.3 leaves machines out", () => {
    expect(
      visitsSince([visit(3, "/security", "Googlebot/2.1")], DEFAULT_TRAIL_SETTINGS, later(10)),
    ).toEqual([]);
  });

  it("tells notes that came, and that one of the handoff was taken back", () => {
    const remark = { kind: "flag" as const, by: "Kofi Mensah", withdrawnAt: null };
    const given = { ...remark, text: "Closed-lost", at: later(-9), withdrawnAt: later(4) };
    const came = { ...remark, text: "Funding announced", at: later(2) };
    const cameAndWent = { ...remark, text: "Wrong lead", at: later(5), withdrawnAt: later(6) };
    expect(remarksSince([given, came, cameAndWent], routed)).toEqual([
      { kind: "withdrawn", text: "Taken back: Closed-lost", at: later(4) },
      { kind: "flag", text: "Kofi Mensah: Funding announced", at: later(2) },
    ]);
  });

  it("tells a field only where it says something else now", () => {
    const value = { source: "form", obtainedAt: routed.toISOString(), verified: false } as const;
    const given = { "C2.1": { ...value, value: 250 }, "C1.2": { ...value, value: "CIO" } };
    const learned = [
      { fieldId: "C2.1" as const, value: 1_200, at: later(1) },
      { fieldId: "C1.2" as const, value: "CIO", at: later(1) },
      { fieldId: "C2.3" as const, value: "Retail", at: later(2) },
    ];
    expect(fieldsSince(learned, given, "en-GB")).toEqual([
      { kind: "field", text: "Employees is now 1,200", at: later(1) },
      { kind: "field", text: "Industry is now Retail", at: later(2) },
    ]);
  });

  it("tells what the lead gave beside a value that outweighs it, unless it is known or was wrong", () => {
    const value = { source: "enrichment", obtainedAt: routed.toISOString() } as const;
    const given = { "C1.5": { ...value, verified: true, value: "+4740612345" } };
    const beside = (number: string, wrong: SaidWrong[] = []) => ({
      ...{ fieldId: "C1.5" as const, value: number, at: later(3), wrongValues: wrong },
    });
    const told = (...all: ReturnType<typeof beside>[]) => givenBeside(all, [], given, "en-GB");
    expect(told(beside("+4790500111"))).toEqual([
      { kind: "field", text: "Direct phone was also given as +4790500111", at: later(3) },
    ]);
    expect(told(beside("+4740612345"))).toEqual([]);
    const wrong = { value: "+4790500111", by: "Ada", at: later(1).toISOString(), handoffId: "h" };
    expect(told(beside("+4790500111", [wrong]))).toEqual([]);
    const now = [{ fieldId: "C1.5" as const, value: "+4790500111", at: later(4) }];
    expect(givenBeside([beside("+4790500111")], now, given, "en-GB")).toEqual([]);
  });
});
