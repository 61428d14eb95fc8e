import { describe, expect, it } from "vitest";
import { rep } from "@/lib/routing/testing/team";
import { asDecided } from "./decision";

const now = new Date("2026-06-03T10:00:00Z");
const decision = {
  ...{
    decidedBy: "LeanData",
    owner: "rosa@baton.example",
    ownerId: "rosa",
    reason: "Named account",
  },
  decidedAt: new Date("2026-06-03T09:00:00Z"),
};

describe("K.4 a decision that waited for the gate", () => {
  it("gives the lead to that rep for the router's reason, and says when it was decided", () => {
    expect(asDecided(decision, rep("Rosa"), now)).toEqual({
      ...{ ownerId: "rosa", reason: "Named account" },
      path: [
        "Decided by LeanData at 2026-06-03T09:00:00.000Z.",
        "It waited until the gate let the lead through.",
      ],
    });
  });

  it("gives it to a rep outside their hours too, as a decision made now does", () => {
    const asleep = rep("Rosa", { presence: { is: "off", until: null } });
    expect(asDecided(decision, asleep, now)).toMatchObject({ ownerId: "rosa" });
  });

  it.each([
    ["Rosa, who is away", rep("Rosa", { presence: { is: "away", until: null } })],
    ["Rosa, who has 3 open leads, as many as allowed", rep("Rosa", { cap: 3, openLeads: 3 })],
    ["Rosa, who has no access any more", rep("Rosa", { active: false })],
    ["rosa@baton.example, who is no rep here", undefined],
  ])("leaves it to our own rules where it is for %s", (who, one) => {
    const note = `LeanData decided for ${who}`;
    expect(asDecided(decision, one, now)).toEqual({ notTo: [], because: `${note}.`, note });
  });
});
