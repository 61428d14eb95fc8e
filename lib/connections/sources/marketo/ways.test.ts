import { describe, expect, it } from "vitest";
import { DAY, MINUTE } from "@/lib/platform/durations";
import { quotaDay } from "./day";
import {
  afterPage,
  beginning,
  begunAnew,
  behindIn,
  type Position,
  type Which,
  wayNow,
} from "./ways";

const start = new Date("2026-06-03T10:00:00Z");
const later = (ms: number) => new Date(start.getTime() + ms);
const page = (more: Partial<Parameters<typeof afterPage>[2]> = {}) => ({
  ...{ token: "t", more: true, times: [], leads: 0, ...more },
});

/** Goes the ways that are to be gone at a moment, `most` pages at most, none of them the last. */
function goes(at: Position, now: Date, most: number, leads = 0) {
  const gone: Which[] = [];
  let next = at;
  for (let which = wayNow(next, now); which && gone.length < most; which = wayNow(next, now)) {
    next = afterPage(next, which, page({ more: which === "past", leads }), now);
    gone.push(which);
  }
  return { at: next, gone };
}

describe("K.5 the past year leaves a share of the day’s calls to what happens now", () => {
  it("asks no more of it in a day, goes on the next day, and looks for what is new all the while", () => {
    const first = goes(beginning({ 1: "Visit" }, 365, start), start, 3_000);
    expect(first.gone[0]).toBe("live");
    expect(first.gone.filter((which) => which === "past")).toHaveLength(1_500);
    expect(behindIn(first.at)?.restsUntil).toEqual(new Date("2026-06-04T06:00:00Z"));
    const soon = goes(first.at, later(6 * MINUTE), 3_000);
    expect(soon.gone).toEqual(["live"]);
    const next = goes(soon.at, later(DAY), 3_000);
    expect(next.gone[0]).toBe("live");
    expect(next.gone).toHaveLength(1_501);
  });

  it("counts the questions for the leads that it names", () => {
    const { gone } = goes(beginning({ 1: "Visit" }, 365, start), start, 3_000, 300);
    expect(gone.filter((which) => which === "past")).toHaveLength(375);
  });

  it("counts by Marketo’s own day, which begins at six in the morning UTC", () => {
    expect(quotaDay(new Date("2026-06-03T05:59:59Z"))).toBe("2026-06-02");
    expect(quotaDay(new Date("2026-06-03T06:00:00Z"))).toBe("2026-06-03");
  });
});

describe("K.1 the past year", () => {
  it("is read part by part, the latest first, each until what it brings is of a later one", () => {
    let at = goes(beginning({ 1: "Visit" }, 365, start), start, 1).at;
    const parts: (number | undefined)[] = [];
    while (at.past) {
      const { to } = at.past;
      const days = (ms: number) => Math.round((start.getTime() - ms) / DAY);
      parts.push(days(at.past.from));
      at = afterPage(at, "past", page({ times: [to - 1, to + 1] }), start);
      expect(at.past?.to).toBe(to);
      at = afterPage(at, "past", page({ times: [to + 1] }), start);
    }
    expect(parts).toEqual([91, 181, 271, 361, 365]);
    expect(behindIn(at)).toBeNull();
  });

  it("begins anew by a token that is refused where it was sure of, and not twice in an hour", () => {
    const { at } = goes(beginning({ 1: "Visit" }, 365, start), start, 10);
    const now = later(DAY);
    for (const which of ["live", "past"] as const) {
      const anew = begunAnew(at, which, now);
      expect(anew?.[which]).toMatchObject({ token: null, from: at[which]?.from });
      if (!anew) throw new Error("It did not begin anew.");
      expect(begunAnew(anew, which, now)).toBeNull();
      expect(begunAnew(anew, which, later(DAY + 61 * MINUTE))).not.toBeNull();
    }
    expect(at.live.from).toBe(start.getTime() - DAY);
  });
});
