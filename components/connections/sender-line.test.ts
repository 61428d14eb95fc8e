import { describe, expect, it } from "vitest";
import type { ConnectionView } from "@/lib/connections/view";
import { senderLine } from "./sender-line";

const now = new Date("2026-06-03T10:00:00Z");
const reader = { locale: "en-GB", timeZone: "Europe/Oslo" };
const view: ConnectionView = {
  ...{ id: "m", name: "Mautic", systemLabel: "Mautic", way: "sends", subscribedBy: null },
  ...{ connectedAt: now, webhook: "/api/webhooks/mautic/m", asks: [], settings: {}, paused: false },
  ...{ secretSetAt: now, earlierUntil: null, test: null, health: null },
  day: { answers: {}, kept: 0 },
};
const detail = (earlierUntil: Date | null) =>
  senderLine(
    { ...view, earlierUntil },
    { day: undefined },
    { mayChange: true, base: "https://baton.example", reader, now },
  ).standing.detail;

describe("K.5 a system that calls, in words", () => {
  it("says until when what bears the secret before is taken", () => {
    expect(detail(new Date("2026-06-03T18:30:00Z"))).toBe(
      "Calls with the secret before are taken until 20:30. Give its address to the system.",
    );
    expect(detail(null)).toBe("Give its address to the system.");
  });

  it("says that its calls are refused, and why, as long as none was taken since", () => {
    const at = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
    const standing = (lastAt: Date | null, refusedAt: Date) => {
      const reason = "The signature is not this connection's.";
      const refused = [{ reason, count: 12, lastAt: refusedAt }];
      const counts = { taken: 0, waiting: 0, unreadable: 0, waitingSince: null };
      const look = { mayChange: true, base: "https://baton.example", reader, now };
      return senderLine(view, { day: { ...counts, lastAt, refused } }, look).standing;
    };
    const word = "Calls refused";
    const why = "The last call was refused 5 min ago: the signature is not this connection's.";
    expect(standing(at(180), at(5))).toEqual({
      ...{ word, tone: "bad", detail: `${why} Last taken 3 hours ago.` },
    });
    expect(standing(null, at(5))).toEqual({ word, tone: "bad", detail: why });
    expect(standing(at(2), at(5))).toMatchObject({ word: "Working", tone: "good" });
  });
});
