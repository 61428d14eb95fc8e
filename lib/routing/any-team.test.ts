import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { availability } from "./availability";
import { anybodyTakes, chooseOwner } from "./owner";
import type { Rep } from "./rep";
import { DEFAULT_ROUTING } from "./rule-book";
import { anyLead, anyTeam } from "./testing/team";

const now = new Date("2026-06-03T10:00:00Z");
const fallback = { id: "f", name: "Fallback", isNamed: true };
const segments = [
  {
    ...{ id: "large", name: "EMEA enterprise", places: ["EMEA"], employeesFrom: 5000 },
    ...{ employeesTo: null, tiers: [], industries: [] },
  },
];
const anyOrder = fc.shuffledSubarray([...DEFAULT_ROUTING.rules]);
const notTo = fc.subarray(["r0", "r1", "r2"]);

describe("any team, any lead, any order of rules", () => {
  it("never chooses who may not have it, and everybody else only while they can", () => {
    fc.assert(
      fc.property(anyLead, anyTeam, anyOrder, notTo, (lead, reps, rules, tried) => {
        const again = { notTo: tried, because: "" };
        const chosen = chooseOwner(lead, { reps, fallback }, { rules, segments }, now, again);
        const owner = reps.find(({ id }) => id === chosen?.ownerId);
        if (!owner) {
          expect(chosen).toMatchObject({ ownerId: "f", byFallback: true });
          return;
        }
        const { can } = availability(owner, tried, now);
        const waits = rules.some(({ on, hours }) => on && hours === "any");
        expect(can === "now" || (can === "later" && waits)).toBe(true);
      }),
    );
  });

  it("gives the same answer to the same question, however the team is listed", () => {
    fc.assert(
      fc.property(anyLead, anyTeam, anyOrder, (lead, reps, rules) => {
        const one = chooseOwner(lead, { reps, fallback }, { rules, segments }, now);
        const same = chooseOwner(lead, { reps, fallback }, { rules, segments }, now);
        const listed = { reps: reps.toReversed(), fallback };
        const other = chooseOwner(lead, listed, { rules, segments }, now);
        expect(same).toEqual(one);
        expect(other?.ownerId).toBe(one?.ownerId);
      }),
    );
  });

  it("asks the rules in their order: none after the one that matched, none that is off", () => {
    fc.assert(
      fc.property(anyLead, anyTeam, anyOrder, (lead, reps, rules) => {
        const chosen = chooseOwner(lead, { reps, fallback }, { rules, segments }, now);
        const asked = chosen?.path.map((line) => line.split(": ")[0]) ?? [];
        const order = [...rules.map(({ name }) => name), "Fallback"];
        if (chosen?.byFallback) {
          expect(asked).toEqual(order);
          return;
        }
        expect(asked).toEqual(order.slice(0, asked.length));
        const behind = rules.slice(asked.length).toReversed();
        const shuffled = [...rules.slice(0, asked.length), ...behind];
        const again = chooseOwner(lead, { reps, fallback }, { rules: shuffled, segments }, now);
        expect(again).toEqual(chosen);
      }),
    );
  });

  it("never leaves a lead to nobody while a rep has access, nor to one who can take nothing, or is at their cap, while another can or is not", () => {
    fc.assert(
      fc.property(anyLead, anyTeam, anyOrder, fc.boolean(), (lead, reps: Rep[], rules, isNamed) => {
        const active = reps.filter((rep) => rep.active);
        const [first] = active;
        const team = { reps, fallback: first ? { ...first, isNamed } : null };
        const chosen = chooseOwner(lead, team, { rules, segments }, now);
        expect(anybodyTakes(team, now, [])).toBe(active.length > 0);
        const able = active.filter((rep) => availability(rep, [], now).can !== "not");
        const within = active.filter(({ cap, openLeads }) => cap === null || openLeads < cap);
        const inPlace = isNamed || !first ? [first] : within.length > 0 ? within : active;
        const among = able.length > 0 ? able : inPlace;
        expect(among.map((rep) => rep?.id)).toContain(chosen?.ownerId);
      }),
    );
  });

  it("is taken from nobody for one who can take nothing", () => {
    fc.assert(
      fc.property(anyLead, anyTeam, anyOrder, notTo, (lead, reps: Rep[], rules, tried) => {
        const [first] = reps.filter((rep) => rep.active);
        const team = { reps, fallback: first ? { ...first, isNamed: true } : null };
        const again = { notTo: ["before", ...tried], because: "" };
        const chosen = chooseOwner(lead, team, { rules, segments }, now, again);
        const able = reps.filter((rep) => availability(rep, again.notTo, now).can !== "not");
        expect(chosen !== null).toBe(able.length > 0);
        expect(anybodyTakes(team, now, again.notTo)).toBe(able.length > 0);
        if (chosen) expect(able.map(({ id }) => id)).toContain(chosen.ownerId);
      }),
    );
  });
});
