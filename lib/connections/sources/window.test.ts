import { describe, expect, it } from "vitest";
import { DAY } from "@/lib/platform/durations";
import { afterWindow, BACK_FILL_DAYS, halfOf, windowAt } from "./window";

const now = new Date("2026-06-03T10:00:00Z");

describe("K.1 a log that is read by time", () => {
  it("is read from a year ago in windows that follow each other, up to a day ahead of our clock", () => {
    let position = windowAt(null, now);
    expect(position.from).toBe(now.getTime() - BACK_FILL_DAYS * DAY);
    for (let ended = false; !ended; ) {
      const { position: next, more } = afterWindow(position, null, now, now.getTime());
      ended = !more;
      if (more) expect(next.from).toBe(position.to);
      if (more) position = windowAt(next, now);
    }
    expect(position.to).toBe(now.getTime() + DAY);
  });

  it("goes on by the other side's token, and asks the last hour again the next time", () => {
    const at = { from: now.getTime() - DAY, to: now.getTime(), token: null };
    const paged = afterWindow(at, "2", now, now.getTime());
    expect(paged).toMatchObject({ more: true, position: { ...at, token: "2" }, until: null });
    const end = afterWindow(paged.position, null, now, now.getTime());
    expect(end).toMatchObject({ more: false, until: now });
    const later = new Date(now.getTime() + 300_000);
    const next = windowAt(end.position, later);
    const to = later.getTime() + DAY;
    expect(next).toMatchObject({ from: now.getTime() - 3_600_000, to, token: null });
  });

  it("is looked through two days back four times a day, for what is told hours late", () => {
    let position = windowAt({ from: now.getTime() - DAY, to: now.getTime(), token: null }, now);
    const far: number[] = [];
    for (let minutes = 0; minutes <= 24 * 60; minutes += 5) {
      const at = new Date(now.getTime() + minutes * 60_000);
      ({ position } = afterWindow(windowAt(position, at), null, at, at.getTime()));
      if (at.getTime() - position.from === 2 * DAY) far.push(minutes / 60);
    }
    expect(far).toEqual([6, 12, 18, 24]);
  });

  it.each([
    ["behind", -7_200_000, -7_200_000],
    ["ahead", 7_200_000, 0],
  ])("goes by the slower of two clocks where the other one is %s", (_, skew, come) => {
    const at = windowAt({ from: now.getTime() - DAY, to: now.getTime() - DAY, token: null }, now);
    const { position, more, until } = afterWindow(at, null, now, now.getTime() + skew);
    expect(more).toBe(false);
    expect(until?.getTime()).toBe(now.getTime() + come);
    expect(position.from).toBe(now.getTime() + come - 3_600_000);
  });

  it("halves a window whose token is not taken any more, down to a moment", () => {
    let at = halfOf({ from: 0, to: 1_000, token: "old" });
    expect(at).toEqual({ from: 0, to: 500, token: null });
    for (let times = 0; times < 20; times += 1) at = halfOf(at);
    expect(at.to).toBe(1);
  });
});
