import { describe, expect, it } from "vitest";
import { occurredAt } from "./occurred-at";

const receivedAt = new Date("2026-06-03T12:00:00.000Z");
const at = (times: Parameters<typeof occurredAt>[0]) => occurredAt(times, receivedAt).toISOString();

describe("K.1 when a tracked message happened, by our clock", () => {
  it("is what the sender says where its clock is right", () => {
    const sentAt = "2026-06-03T12:00:00.000Z";
    expect(at({ timestamp: "2026-06-03T11:58:00Z", sentAt })).toBe("2026-06-03T11:58:00.000Z");
    expect(at({ timestamp: "2012-12-02T00:30:08.276Z" })).toBe("2012-12-02T00:30:08.276Z");
  });

  it("is put right where the sender's clock is an hour ahead or a day behind", () => {
    const ahead = { timestamp: "2026-06-03T12:59:00Z", sentAt: "2026-06-03T13:00:00Z" };
    expect(at(ahead)).toBe("2026-06-03T11:59:00.000Z");
    const behind = { originalTimestamp: "2026-06-02T11:50:00Z", sentAt: "2026-06-02T12:00:00Z" };
    expect(at(behind)).toBe("2026-06-03T11:50:00.000Z");
  });

  it.each([
    ["Segment's own sample", { timestamp: "2015-2-02T00:30:08.276Z" }],
    ["no time at all", {}],
    ["a number", { timestamp: 1_764_000_000_000 }],
    ["the future", { timestamp: "2027-01-01T00:00:00Z" }],
    ["a year that nobody keeps", { timestamp: "0001-01-01T00:00:00Z" }],
    ["a skew that leads out of all years", { timestamp: "1995-01-01", sentAt: "2099-01-01" }],
  ])("is the moment of receipt for %s", (_, times) => {
    expect(at(times)).toBe(receivedAt.toISOString());
  });
});
