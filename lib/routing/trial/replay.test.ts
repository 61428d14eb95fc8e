import { describe, expect, it } from "vitest";
import { MINUTE } from "@/lib/platform/durations";
import { DEFAULT_ROUTING } from "../rule-book";
import { lead, rep } from "../testing/team";
import { type PastLead, replay } from "./replay";

const start = new Date("2026-06-03T10:00:00Z").getTime();
const minutes = (count: number) => new Date(start + count * MINUTE);
const atWork = () => ({ is: "at work" }) as const;

/** A lead that came at one minute and was open until another; null: to this day. */
const past = (at: number, until: number | null): PastLead => ({
  ...{ leadId: `lead ${at}`, name: "Ingrid", at: minutes(at), facts: lead({ country: "NO" }) },
  had: { id: "had", name: "Had" },
  closedAt: until === null ? null : minutes(until),
});
const norway = { territory: ["NO"], territoryName: "Nordics" };

function tried(leads: PastLead[], cap: number | null, openUntil: number[] = []) {
  const reps = [rep("Astrid", { ...norway, cap, openLeads: 99 }), rep("Bjarne")];
  const openBefore = openUntil.map((until) => ({ ownerId: "astrid", closedAt: minutes(until) }));
  const rules = { tried: DEFAULT_ROUTING, inForce: DEFAULT_ROUTING };
  const { people, first } = replay({ leads, openBefore }, { reps, fallback: null }, rules, atWork);
  const after = Object.fromEntries(people.map((one) => [one.name, one.after]));
  return { astrid: after.Astrid ?? 0, bjarne: after.Bjarne ?? 0, newest: first[0]?.reason };
}

describe("C5.2 rules tried on past leads", () => {
  it("give nobody more than their cap while the leads were open", () => {
    const stillOpen = [past(0, null), past(1, null), past(2, null)];
    expect(tried(stillOpen, null)).toMatchObject({ astrid: 3, bjarne: 0 });
    expect(tried(stillOpen, 2)).toMatchObject({ astrid: 2, bjarne: 1 });
    expect(tried(stillOpen, 2).newest).toContain("has 2 open leads, as many as allowed");
    expect(tried(stillOpen, 0)).toMatchObject({ astrid: 0, bjarne: 3 });
  });

  it("count a lead no more once it was closed, at that very moment", () => {
    const oneByOne = [past(0, 10), past(10, 20), past(20, 30)];
    expect(tried(oneByOne, 1)).toMatchObject({ astrid: 3 });
    const overlapping = [past(0, 11), past(10, 20), past(20, 30)];
    expect(tried(overlapping, 1)).toMatchObject({ astrid: 2, bjarne: 1 });
  });

  it("know what was open when the first of them came, and nothing of what is open today", () => {
    const two = [past(0, null), past(10, null)];
    expect(tried(two, 1, [5])).toMatchObject({ astrid: 1, bjarne: 1 });
    expect(tried(two, 2, [5, 6])).toMatchObject({ astrid: 1, bjarne: 1 });
    expect(tried(two, 2, [60, 60])).toMatchObject({ astrid: 0, bjarne: 2 });
  });

  it("give what nobody could have taken to whoever stands in, and say so where no rep has access", () => {
    const rules = { tried: DEFAULT_ROUTING, inForce: DEFAULT_ROUTING };
    const given = { leads: [past(0, null)], openBefore: [] };
    const reps = [rep("Astrid", { cap: 0 })];
    const fallback = { id: "astrid", name: "Astrid", isNamed: false };
    const trial = replay(given, { reps, fallback }, rules, atWork);
    expect(trial).toMatchObject({ byFallback: 1, first: [{ after: "Astrid" }] });
    const none = replay(given, { reps: [], fallback: null }, rules, atWork);
    expect(none.first[0]).toMatchObject({ after: "Nobody", reason: "no rep has access" });
  });
});
