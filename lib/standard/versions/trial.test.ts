import { describe, expect, it } from "vitest";
import { bitsOf } from "../field-states";
import { trialOf, triedFrom } from "./trial";

describe("D.3 a trial adds up", () => {
  const phone = bitsOf(["C1.5"]);
  const both = bitsOf(["C1.5", "C5.4"]);
  const trial = trialOf([
    { now: 0, draft: 0, count: 100 },
    { now: phone, draft: 0, count: 7 },
    { now: 0, draft: bitsOf(["C5.4"]), count: 5 },
    { now: phone, draft: both, count: 3 },
  ]);

  it("how many were held then, and would be now, and who changes sides", () => {
    expect(trial).toMatchObject({ leads: 115, heldNow: 10, heldByDraft: 8, more: 5, fewer: 7 });
  });

  it("which fields hold them, and how many each holds alone", () => {
    expect(trial.fields).toEqual([
      { id: "C5.4", held: 8, alone: 5 },
      { id: "C1.5", held: 3, alone: 0 },
    ]);
  });

  it("counts the name, the first of all fields, like any other", () => {
    const name = bitsOf(["C1.1"]);
    const found = trialOf([
      { now: name, draft: 0, count: 4 },
      { now: 0, draft: name, count: 2 },
    ]);
    expect(found).toMatchObject({ heldNow: 4, heldByDraft: 2, more: 2, fewer: 4 });
  });

  it("looks at the last 90 days", () => {
    expect(triedFrom(new Date("2026-06-30T12:00:00Z"))).toEqual(new Date("2026-04-01T12:00:00Z"));
  });

  it("is all zeros where there are no leads", () => {
    expect(trialOf([])).toMatchObject({ leads: 0, heldNow: 0, fields: [] });
  });
});
