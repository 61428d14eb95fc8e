import { describe, expect, it } from "vitest";
import { MINUTE } from "@/lib/platform/durations";
import { afterRound, roundAt } from "./round";

describe("K.5 a list that is read by number", () => {
  it("is read as a whole, then from when the round before began, a little overlapping", () => {
    const first = roundAt(null);
    const second = afterRound(first, [3, "7", 5], true, 10 * MINUTE);
    expect(second).toEqual({
      position: { since: null, after: 7, began: 10 * MINUTE },
      more: true,
      until: null,
    });
    const end = afterRound(roundAt(second.position), [8], false, 12 * MINUTE);
    expect(end.position).toMatchObject({ since: 5 * MINUTE, after: 0, began: null });
    expect(end).toMatchObject({ more: false, until: new Date(10 * MINUTE) });
  });

  it("is looked at two days back every six hours, for what shows up late", () => {
    const HOUR = 60 * MINUTE;
    const begins: number[] = [];
    let at = roundAt(null);
    for (let hour = 0; hour <= 13; hour += 1) {
      at = roundAt(afterRound(at, [], false, hour * HOUR).position);
      if ((at.since ?? 0) < (hour - 1) * HOUR) begins.push(hour, (at.since ?? 0) / HOUR);
    }
    expect(begins).toEqual([6, -42, 12, -36]);
  });

  it("ends where a page leads nowhere, and begins anew from a position that is none", () => {
    expect(afterRound({ since: null, after: 7, began: 1 }, [7], true, 2).more).toBe(false);
    expect(afterRound(roundAt("nonsense"), [], true, 2).more).toBe(false);
  });
});
