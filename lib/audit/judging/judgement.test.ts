import { describe, expect, it } from "vitest";
import type { Verdict } from "@/lib/standard/field";
import { isFake, type Judgement, settled, unsound } from "./judgement";

const judgement = (verdict: Verdict, rest: Partial<Judgement> = {}): Judgement => ({
  ...{ category: "contactBasics", verdict, fieldIds: ["C1.2"], reason: "The title is stale." },
  ...rest,
});

describe("A.2 what an auditor says of a category", () => {
  it("needs a reason where they see it otherwise than the machine, and none where they agree", () => {
    const bare = { fieldIds: [], reason: null };
    expect(unsound(judgement("partial", bare), "partial")).toBeNull();
    expect(unsound(judgement("complete", bare), "partial")?.field).toBe("reason");
    expect(unsound(judgement("complete", { fieldIds: [] }), "partial")).toBeNull();
  });

  it("names the fields to blame where it is worse, and none of another category", () => {
    expect(unsound(judgement("partial"), "complete")).toBeNull();
    for (const [verdict, machine] of [
      ["partial", "complete"],
      ["absent", "partial"],
    ] as const) {
      expect(unsound(judgement(verdict, { fieldIds: [] }), machine)?.field).toBe("fieldIds");
    }
    const mixed = judgement("partial", { fieldIds: ["C1.2", "C2.1"] });
    expect(unsound(mixed, "complete")?.words).toBe("Choose fields of this category.");
  });

  it("is fake completeness where the machine says complete and a person does not", () => {
    expect(isFake("complete", "partial")).toBe(true);
    expect(isFake("complete", "absent")).toBe(true);
    expect(isFake("complete", "complete")).toBe(false);
    expect(isFake("partial", "absent")).toBe(false);
  });

  it("keeps no reason and no fields of an agreement", () => {
    expect(settled(judgement("partial"), "partial")).toEqual(
      judgement("partial", { fieldIds: [], reason: null }),
    );
    expect(settled(judgement("partial"), "complete")).toEqual(judgement("partial"));
  });
});
