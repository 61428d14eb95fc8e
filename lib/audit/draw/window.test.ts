import { describe, expect, it } from "vitest";
import { AUDIT_SIZE, INTERVIEWS, lastDays, momentsOf } from "./window";

describe("A.1 the leads that an audit draws from", () => {
  it("are twenty, with three interviews beside them, as the article has it", () => {
    expect([AUDIT_SIZE, INTERVIEWS]).toEqual([20, 3]);
  });

  it("are of the last thirty days that are over, in UTC, whatever the hour", () => {
    const days = { from: "2026-05-04", to: "2026-06-02" };
    expect(lastDays(new Date("2026-06-03T00:00:00Z"))).toEqual(days);
    expect(lastDays(new Date("2026-06-03T23:59:59Z"))).toEqual(days);
  });

  it("are from the first moment of the first day until the last one is over, or now", () => {
    const from = new Date("2026-05-04T00:00:00Z");
    const days = { from: "2026-05-04", to: "2026-06-02" };
    const over = new Date("2026-06-03T08:00:00Z");
    expect(momentsOf(days, over)).toEqual({ from, until: new Date("2026-06-03T00:00:00Z") });
    const running = new Date("2026-06-02T08:00:00Z");
    expect(momentsOf(days, running)).toEqual({ from, until: running });
  });
});
