import { describe, expect, it } from "vitest";
import { rep } from "@/lib/routing/testing/team";
import { asDecided, decided, decidedAtOf, isFollowedIn } from "./decision";

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

const pathOf = ({ path, decidedElsewhere }: ReturnType<typeof decided>) => ({
  routingPath: path,
  decidedElsewhere,
});

describe("K.5 a decision that was followed before", () => {
  const at = new Date("2026-06-03T09:00:00Z");
  const later = new Date("2026-06-03T09:30:00Z");
  const of = { routingReason: "Named account", ...pathOf(decided("LeanData", at)) };
  const coming = { ownerId: "rosa", reason: "Named account", at, isTimed: true };
  const isFollowed = (change: Partial<typeof coming>, snapshot = of) =>
    isFollowedIn({ ownerId: "rosa", snapshot }, { ...coming, ...change });

  it("is the same at the same time for the same rep, where it names its time", () => {
    expect(isFollowed({})).toBe(true);
    expect(isFollowed({ reason: "Reworded" })).toBe(true);
    expect(isFollowed({ ownerId: "otto" })).toBe(false);
    expect(isFollowed({ at: later })).toBe(false);
    expect(isFollowed({ at: new Date(at.getTime() - 1), ownerId: "otto" })).toBe(true);
  });

  it("is the same for the same rep and reason, where it names none", () => {
    const untimed = { at: later, isTimed: false };
    expect(isFollowed(untimed)).toBe(true);
    expect(isFollowed({ ...untimed, reason: "Territory" })).toBe(false);
    expect(isFollowed({ ...untimed, ownerId: "otto" })).toBe(false);
  });

  it("is found in the words of an older handoff, which keeps its time nowhere else", () => {
    const { decidedElsewhere: _, ...older } = of;
    expect(decidedAtOf(older)).toEqual(at);
    expect(decidedAtOf({ routingPath: ["Territory: nobody covers Norway."] })).toBeNull();
    // A name may say anything; the time that is kept counts.
    const named = decided("Decided by X at noon.", at);
    expect(decidedAtOf(pathOf(named))).toEqual(at);
  });
});

describe("K.4 a decision that waited for the gate", () => {
  it("gives the lead to that rep for the router's reason, and says when it was decided", () => {
    expect(asDecided(decision, rep("Rosa"), now)).toEqual({
      ...{ ownerId: "rosa", reason: "Named account" },
      path: [
        "Decided by LeanData at 2026-06-03T09:00:00.000Z.",
        "It waited until the gate let the lead through.",
      ],
      decidedElsewhere: { by: "LeanData", at: "2026-06-03T09:00:00.000Z" },
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
