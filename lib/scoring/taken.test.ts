import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activities } from "@/lib/trail/testing/arbitrary-activities";
import { form, NOW } from "@/lib/trail/testing/story";
import { DEFAULT_MODEL } from "./model/default-model";
import { overridden } from "./override";
import { score } from "./score";
import { SCORE_PARTS, type ScorePart } from "./score-entry";
import { type MapScore, totalFrom, withTaken } from "./taken";

const by = (...taken: ScorePart[]) => ({ ...DEFAULT_MODEL, taken });
const said = (part: ScorePart, value: number): MapScore => {
  return { part, value, provider: "Marketo", at: NOW.toISOString() };
};
const ours = score([form(0, "Demo request")], null, DEFAULT_MODEL, NOW);
const sum = (rows: readonly { points: number }[]) =>
  rows.reduce((total, { points }) => total + points, 0);

describe("C4 a score that a MAP computed", () => {
  it("is not taken unless the model says so, nor where the MAP has said nothing", () => {
    expect(withTaken(ours, [said("total", 72)], DEFAULT_MODEL)).toEqual({ score: ours, taken: {} });
    expect(withTaken(ours, [said("fit", 72)], by("total"))).toEqual({ score: ours, taken: {} });
  });

  it("is taken with both numbers, and one row says so", () => {
    const { score: taken, taken: from } = withTaken(ours, [said("total", 72)], by("total"));
    expect(taken).toMatchObject({ total: 72, intent: ours.intent });
    expect(taken?.entries[0]).toMatchObject({
      ...{ group: "map", rule: "map", points: 72 - ours.total },
      label: `Marketo: total 72 in place of ${ours.total}`,
    });
    expect(from.total).toMatchObject({ value: 72, model: ours.total });
    expect(totalFrom(from, 72, ours.total)).toBe("Marketo");
  });

  it("of one part changes the total by its weight", () => {
    const { score: taken } = withTaken(ours, [said("fit", 50)], by("fit"));
    expect(taken?.total).toBe(ours.total + 0.4 * 50);
    expect(taken?.fit).toBe(50);
  });

  it("counts for a lead of whom the model knows nothing", () => {
    expect(withTaken(null, [said("total", 40)], by("total")).score?.total).toBe(40);
    expect(withTaken(null, [], by("total")).score).toBeNull();
  });

  it("keeps 0 to 100 and rows that add up, whatever is taken and whoever overrides it", () => {
    const parts = fc.subarray([...SCORE_PARTS]);
    const given = fc.array(
      fc.tuple(fc.constantFrom(...SCORE_PARTS), fc.nat(100)).map(([part, n]) => said(part, n)),
    );
    fc.assert(
      fc.property(activities(), parts, given, fc.nat(100), (list, taken, scores, set) => {
        const model = score(list, null, DEFAULT_MODEL, NOW);
        const one = [...new Map(scores.map((each) => [each.part, each])).values()];
        const { score: counted } = withTaken(model, one, by(...taken));
        for (const part of SCORE_PARTS) {
          expect(counted?.[part]).toBeGreaterThanOrEqual(0);
          expect(counted?.[part]).toBeLessThanOrEqual(100);
        }
        expect(sum(counted?.entries ?? [])).toBe(counted?.total);
        const at = NOW.toISOString();
        const byHand = overridden(counted, { total: set, reason: "R", author: "Maya", at });
        expect(sum(byHand?.entries ?? [])).toBe(set);
      }),
    );
  });
});
