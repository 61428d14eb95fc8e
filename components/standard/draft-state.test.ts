import { describe, expect, it } from "vitest";
import type { FieldId } from "@/lib/standard/categories";
import { DEFAULT_STANDARD, type Requirement } from "@/lib/standard/standard";
import {
  conflictWith,
  putOnTop,
  type SavedDraft,
  startedFrom,
  unsaved,
  withCurrent,
} from "./draft-state";

const { gates, requirements, graceMinutes } = DEFAULT_STANDARD;
const saved: SavedDraft = {
  ...{ id: "draft", revision: 1, savedBy: "Sofia", gates, requirements, graceMinutes },
  ...{ effectiveOn: "", reason: "" },
};
function asked<D extends SavedDraft>(draft: D, id: FieldId, part: Partial<Requirement>): D {
  const requirement = { ...draft.requirements[id], ...part };
  return { ...draft, requirements: { ...draft.requirements, [id]: requirement } };
}

describe("D.1 a draft under one's hands", () => {
  const mine = { ...asked(saved, "C1.5", { level: "optional" }), reason: "Phones are rare." };
  const state = { mine, base: saved };
  const theirs = {
    ...asked(saved, "C1.6", { level: "recommended" }),
    ...{ revision: 2, savedBy: "Kofi", effectiveOn: "2026-12-01" },
  };

  it("counts what is not saved", () => {
    expect(unsaved(startedFrom(saved))).toBe(0);
    expect(unsaved(state)).toBe(2);
  });

  it("follows what others save while nothing is written", () => {
    expect(withCurrent(startedFrom(saved), theirs).mine).toBe(theirs);
    expect(withCurrent(state, theirs)).toBe(state);
  });

  it("keeps both people's changes when one's own are put on top", () => {
    const conflict = conflictWith(state, theirs);
    expect(conflict?.changes.map(({ text }) => text)).toEqual([
      "LinkedIn profile: required → recommended",
    ]);
    expect(conflict?.both).toEqual([]);
    const next = putOnTop(state, theirs);
    expect(next.mine).toMatchObject({ effectiveOn: "2026-12-01", reason: "Phones are rare." });
    expect(next.mine.requirements["C1.5"].level).toBe("optional");
    expect(next.mine.requirements["C1.6"].level).toBe("recommended");
    expect(conflictWith(next, theirs)).toBeNull();
  });

  it("tells where both changed the same thing", () => {
    const same = { ...asked(saved, "C1.5", { level: "recommended" }), revision: 2 };
    expect(conflictWith(state, same)?.both.map(({ text }) => text)).toEqual([
      "Direct phone: recommended → optional",
    ]);
  });
});
