import { describe, expect, it } from "vitest";
import type { Verdict } from "@/lib/standard/field";
import { isFake, type Judgement, settled, unsound } from "./judgement";

const judgement = (verdict: Verdict, rest: Partial<Judgement> = {}): Judgement => ({
  ...{ category: "contactBasics", verdict, fieldIds: ["C1.2"], reason: "The title is stale." },
  ...rest,
});

const saysComplete = { verdict: "complete", missing: [] } as const;
const saysPartial = { verdict: "partial", missing: ["C1.2", "C2.1"] } as const;

describe("A.2 what an auditor says of a category", () => {
  it("needs a reason where they see it otherwise than the machine, and none where they agree", () => {
    const bare = { fieldIds: [], reason: null };
    expect(unsound(judgement("partial", bare), saysPartial)).toBeNull();
    expect(unsound(judgement("complete", bare), saysPartial)?.field).toBe("reason");
    expect(unsound(judgement("complete", { fieldIds: [] }), saysPartial)).toBeNull();
  });

  it("names the fields to blame where it is worse, and none of another category", () => {
    expect(unsound(judgement("partial"), saysComplete)).toBeNull();
    for (const [verdict, machine] of [
      ["partial", saysComplete],
      ["absent", saysPartial],
    ] as const) {
      expect(unsound(judgement(verdict, { fieldIds: [] }), machine)?.field).toBe("fieldIds");
    }
    const mixed = judgement("partial", { fieldIds: ["C1.2", "C2.1"] });
    expect(unsound(mixed, saysComplete)?.words).toBe("Choose fields of this category.");
  });

  it("is fake completeness where the machine says complete and a person does not", () => {
    expect(isFake("complete", "partial")).toBe(true);
    expect(isFake("complete", "absent")).toBe(true);
    expect(isFake("complete", "complete")).toBe(false);
    expect(isFake("partial", "absent")).toBe(false);
  });

  it("is otherwise as well where the verdict is the same and more fields fall short", () => {
    const more = { fieldIds: ["C1.2", "C1.5"] } as const;
    expect(unsound(judgement("partial", more), saysPartial)).toBeNull();
    expect(unsound(judgement("partial", { ...more, reason: null }), saysPartial)?.field).toBe(
      "reason",
    );
    expect(settled(judgement("partial", more), saysPartial)).toEqual(judgement("partial", more));
  });

  it("is not complete where fields are named that fall short", () => {
    for (const reason of ["The title is stale.", null]) {
      expect(unsound(judgement("complete", { reason }), saysComplete)?.field).toBe("verdict");
    }
    expect(unsound(judgement("complete", { fieldIds: ["C1.5"] }), saysPartial)?.field).toBe(
      "verdict",
    );
    // What the machine missed is marked beforehand, and need not be unmarked.
    expect(unsound(judgement("complete"), saysPartial)).toBeNull();
  });

  it("keeps no fields of an agreement, and what was said of it", () => {
    expect(settled(judgement("partial"), saysPartial)).toEqual(
      judgement("partial", { fieldIds: [] }),
    );
    expect(settled(judgement("partial"), saysComplete)).toEqual(judgement("partial"));
  });
});
