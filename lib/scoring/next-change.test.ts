import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE } from "@/lib/platform/durations";
import { activities } from "@/lib/trail/testing/arbitrary-activities";
import { NOW, page } from "@/lib/trail/testing/story";
import { icpFit } from "./icp/icp";
import { DEFAULT_MODEL } from "./model/default-model";
import { LOOK_AHEAD_DAYS, nextChangeAt } from "./next-change";
import { score } from "./score";

const fit = icpFit(
  { employees: 1_200, industry: "Logistics", techStack: ["SAP"], region: "NO", revenue: null },
  DEFAULT_MODEL,
);
type List = Parameters<typeof score>[0];
const due = (list: List) => nextChangeAt(list, fit, DEFAULT_MODEL, NOW);
const totalAt = (list: List, at: number) => score(list, fit, DEFAULT_MODEL, new Date(at)).total;

/** The first step at which the total is no longer what it is now; by looking at each. */
function firstChange(list: List, step: number): number | null {
  const end = NOW.getTime() + LOOK_AHEAD_DAYS * DAY;
  const total = totalAt(list, NOW.getTime());
  for (let at = NOW.getTime() + step; at <= end; at += step) {
    if (totalAt(list, at) !== total) return at;
  }
  return null;
}

/** Activities that have happened: nobody knows of the others yet. */
const happened = activities(30).map((list) => list.filter(({ occurredAt }) => occurredAt <= NOW));

describe("C4 when time will have changed the score", () => {
  it("never does without anything that decays", () => {
    expect(due([])).toBeNull();
    expect(due([page(31, "/pricing")])).toBeNull();
  });

  it("finds the very minute at which a look at pricing has lost a point", () => {
    const list = [page(0.5, "/pricing"), page(2, "/security")];
    expect(due(list)?.getTime()).toBe(firstChange(list, MINUTE));
  });

  it("looks again after a week where all that is left decays too slowly to tell", () => {
    const slow = {
      ...DEFAULT_MODEL,
      rules: DEFAULT_MODEL.rules.map((rule) => ({ ...rule, halfLifeDays: 10_000 })),
    };
    const at = nextChangeAt([page(1, "/pricing")], fit, slow, NOW);
    expect(at).toEqual(new Date(NOW.getTime() + LOOK_AHEAD_DAYS * DAY));
  });

  it("is right for any activities, as every hour of the week tells", () => {
    fc.assert(
      fc.property(happened, (list) => {
        const at = due(list)?.getTime() ?? Number.POSITIVE_INFINITY;
        const change = firstChange(list, HOUR);
        if (change === null) {
          expect(at).toBeGreaterThanOrEqual(NOW.getTime() + LOOK_AHEAD_DAYS * DAY - HOUR);
          return;
        }
        expect(at).toBeGreaterThan(change - HOUR);
        expect(at).toBeLessThanOrEqual(change);
        expect(totalAt(list, at)).not.toBe(totalAt(list, NOW.getTime()));
      }),
      { numRuns: 40 },
    );
  });

  it("is the same in whatever order the activities come", () => {
    fc.assert(
      fc.property(happened, (list) => {
        expect(due(list.toReversed())).toEqual(due(list));
      }),
    );
  });
});
