import { describe, expect, it } from "vitest";
import { isOverdue } from "./due";

describe("A.5 a finding's day", () => {
  const open = { dueOn: "2026-12-01", closedAt: null };

  it("is over when the day after it begins", () => {
    expect(isOverdue(open, new Date("2026-12-01T23:59:59Z"))).toBe(false);
    expect(isOverdue(open, new Date("2026-12-02T00:00:01Z"))).toBe(true);
  });

  it("is nothing to a finding that is closed", () => {
    const closed = { ...open, closedAt: new Date("2026-11-28T12:00:00Z") };
    expect(isOverdue(closed, new Date("2026-12-09T12:00:00Z"))).toBe(false);
  });
});
