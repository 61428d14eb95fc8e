import { describe, expect, it } from "vitest";
import { DAY } from "@/lib/platform/durations";
import { daysAgo, form, NOW, page } from "@/lib/trail/testing/story";
import { DEFAULT_MODEL } from "./model/default-model";
import { score } from "./score";
import { newPoints, type ScorePoint } from "./score-history";
import { scoreTrend } from "./trend";

const model = DEFAULT_MODEL;
type List = Parameters<typeof score>[0];

const point = (days: number, total: number, rest: Partial<ScorePoint> = {}): ScorePoint => ({
  ...{ at: daysAgo(days), total, fit: 0, intent: total, behavior: 0 },
  ...{ modelVersion: model.version, byTime: false, ...rest },
});
const pointNow = (list: List, at = NOW): ScorePoint => {
  const { entries: _, ...totals } = score(list, null, model, at);
  return { ...totals, at, modelVersion: model.version, byTime: false };
};
const grown = (known: ScorePoint[], list: List, dueAt: Date | null = null, byTime = false) =>
  newPoints(known, score(list, null, model, NOW), dueAt, {
    ...{ activities: list, model, now: NOW, byTime },
  });

describe("C4.5 the history of a score", () => {
  const list = [page(0, "/pricing")];

  it("begins with the first number, and grows only when one changes", () => {
    expect(grown([], list)).toEqual([pointNow(list)]);
    expect(grown([pointNow(list, daysAgo(0))], list)).toEqual([]);
    expect(grown([point(3, 2)], list)).toHaveLength(1);
    expect(newPoints([], null, null, { activities: [], model, now: NOW, byTime: true })).toEqual(
      [],
    );
  });

  it("grows when the model did, though the numbers are the same", () => {
    const before = { ...pointNow(list), at: daysAgo(1), modelVersion: model.version - 1 };
    expect(grown([before], list)).toEqual([pointNow(list)]);
  });

  it("is made up for the days on which nobody looked, as the replay has them", () => {
    const old = [form(10, "Demo request")];
    const last = pointNow(old, daysAgo(9.9));
    const added = grown([last], old, daysAgo(9), true);
    expect(added.length).toBeGreaterThan(5);
    for (const one of added) {
      expect(one.total).toBe(score(old, null, model, one.at).total);
      expect(one.byTime).toBe(true);
    }
    expect(added.at(-1)?.at).toEqual(NOW);
  });

  it("makes up nothing where the score was not due", () => {
    const old = [form(10, "Demo request")];
    expect(grown([pointNow(old, daysAgo(1))], old, new Date(NOW.getTime() - DAY / 2))).toHaveLength(
      1,
    );
  });
});

describe("C4.5 the trend from the history", () => {
  it("goes by what was stored of a day, and replays what lies before", () => {
    const list = [page(20, "/pricing"), form(12, "Demo request")];
    const { history, delta } = scoreTrend(list, null, model, NOW, [point(5.5, 44)]);
    const at = (days: number) => history.at(-1 - days);
    expect(at(5)?.total).toBe(44);
    expect(at(1)?.total).toBe(44);
    expect(at(6)?.total).toBe(score(list, null, model, daysAgo(6)).total);
    expect(at(0)?.total).toBe(score(list, null, model, NOW).total);
    expect(delta).toBe((at(0)?.total ?? 0) - (at(7)?.total ?? 0));
  });

  it("is stable within the dead band and moves beyond it, from the stored total", () => {
    const list = [page(20, "/pricing")];
    const total = score(list, null, model, NOW).total;
    const from = (before: number) =>
      scoreTrend(list, null, model, NOW, [point(8, before)]).direction;
    const { deadBand } = model.trend;
    expect(from(total + deadBand - 1)).toBe("stable");
    expect(from(total + deadBand)).toBe("decaying");
  });

  it("does not compare numbers of another model", () => {
    const list = [page(20, "/pricing")];
    const other = point(8, 90, { modelVersion: model.version + 1 });
    expect(scoreTrend(list, null, model, NOW, [other])).toEqual(scoreTrend(list, null, model, NOW));
  });
});
