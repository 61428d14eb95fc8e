import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Rep } from "./rep";
import { rep } from "./testing/team";
import { ONE_LEAD, takeTurn } from "./turn";

/** Deals `leads` out to `team`, each among those that `free` lets, and counts who got how many. */
function deal(team: Rep[], leads: number, free: (rep: Rep, lead: number) => boolean = () => true) {
  const got = new Map(team.map(({ id }) => [id, 0]));
  const due = new Map(team.map(({ id }) => [id, 0]));
  let reps = team;
  for (let lead = 0; lead < leads; lead += 1) {
    const those = reps.filter((one) => free(one, lead));
    const turn = takeTurn(those);
    if (!turn) continue;
    const total = those.reduce((sum, { weight }) => sum + weight, 0);
    for (const { id, weight } of those) due.set(id, (due.get(id) ?? 0) + weight / total);
    got.set(turn.repId, (got.get(turn.repId) ?? 0) + 1);
    const by = new Map(turn.changes.map((change) => [change.personId, change.by]));
    reps = reps.map((one) => ({ ...one, credit: one.credit + (by.get(one.id) ?? 0) }));
  }
  return { got, due, credits: reps.map(({ credit }) => credit) };
}

const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 });
const teamOf = (given: number[]) => given.map((weight, at) => rep(`R${at}`, { weight }));

describe("taking turns by weight", () => {
  it("gives everybody their share, to within a lead for each of them", () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 400 }), (given, leads) => {
        const { got, due } = deal(teamOf(given), leads);
        for (const [id, count] of got) {
          expect(Math.abs(count - (due.get(id) ?? 0))).toBeLessThan(given.length);
        }
      }),
    );
  });

  it("stays fair whoever happens to be there, and owes nothing for a time away", () => {
    fc.assert(
      fc.property(
        weights,
        fc.array(fc.integer({ min: 1, max: 63 }), { minLength: 50 }),
        (given, days) => {
          const there = (one: Rep, lead: number) =>
            Boolean((days[lead] ?? 0) & (1 << Number(one.name.slice(1))));
          const { got, due } = deal(teamOf(given), days.length, there);
          for (const [id, count] of got) {
            expect(Math.abs(count - (due.get(id) ?? 0))).toBeLessThan(given.length);
          }
        },
      ),
    );
  });

  it("adds nothing up: credits sum to nothing however many leads were dealt", () => {
    fc.assert(
      fc.property(weights, (given) => {
        const { credits } = deal(teamOf(given), 200);
        expect(credits.reduce((sum, one) => sum + one, 0)).toBe(0);
        expect(Math.max(...credits.map(Math.abs))).toBeLessThan(given.length * ONE_LEAD);
      }),
    );
  });

  it("deals 3 to 1 smoothly, never three in a row and then none", () => {
    const team = [rep("Big", { weight: 3 }), rep("Small")];
    const { got } = deal(team, 8);
    expect([...got.values()]).toEqual([6, 2]);
    expect([...deal(team, 4).got.values()]).toEqual([3, 1]);
  });

  it("gives a lead to those without a weight only among themselves", () => {
    const none = rep("None", { weight: 0 });
    expect(takeTurn([none, rep("Some")])?.repId).toBe("some");
    expect(takeTurn([none])?.repId).toBe("none");
    expect(takeTurn([])).toBeNull();
  });

  it("leaves out whose weight was set to nothing, however much they were owed until then", () => {
    const paused = rep("Paused", { weight: 0, credit: 5 * ONE_LEAD });
    const turn = takeTurn([paused, rep("Some")]);
    expect(turn).toEqual({ repId: "some", changes: [] });
  });

  it("settles equal credits by who has waited longest, then by name, then by id, in any order", () => {
    const first = (...team: Rep[]) =>
      [...new Set([takeTurn(team), takeTurn(team.toReversed())])].map((turn) => turn?.repId);
    const [fresh, early, late] = [
      rep("Zoe"),
      rep("Yan", { lastRoutedAt: 1_000 }),
      rep("Al", { lastRoutedAt: 2_000 }),
    ];
    expect(first(fresh, early, late)).toEqual(["zoe", "zoe"]);
    expect(first(early, late)).toEqual(["yan", "yan"]);
    expect(first(rep("Östen"), rep("Pia"))).toEqual(["östen", "östen"]);
    expect(first(rep("Kim", { id: "b" }), rep("Kim", { id: "a" }))).toEqual(["a", "a"]);
  });
});
