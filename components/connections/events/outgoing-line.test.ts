import { describe, expect, it } from "vitest";
import type { OutgoingRow } from "@/lib/connections/outbox/listing/view";
import { outgoingWords } from "./outgoing-line";

const now = new Date("2026-06-03T10:00:00Z");
const reader = { locale: "en-GB", timeZone: "UTC" };
const row: OutgoingRow = {
  ...{ id: "1", leadId: "2", name: "Ingrid Solberg", kind: "handoff", state: "waiting" },
  ...{ at: now, dueAt: new Date("2026-06-03T10:05:00Z"), tries: 0 },
  ...{ triedAt: null, settledAt: null, words: null },
};
const told = (more: Partial<OutgoingRow>, paused = false) =>
  outgoingWords({ ...row, ...more }, paused, reader, now);

describe("M.2 what became of something that goes out", () => {
  it("says when it is sent, and after a try why it was not", () => {
    expect(told({ dueAt: now })).toBe("To be sent.");
    expect(told({})).toMatch(/^To be sent at .*10:05/);
    expect(told({ tries: 2, words: "Is busy (503)." })).toMatch(
      /^Is busy \(503\)\. To be sent at /,
    );
    expect(told({}, true)).toBe("Waits until the connection is resumed.");
  });

  it("says what was left out, or why it was given up or not sent", () => {
    expect(told({ state: "sent" })).toBe("It is there.");
    expect(told({ state: "sent", words: "Without its owner." })).toBe("Without its owner.");
    expect(told({ state: "failed", words: "Refused." }, true)).toBe("Refused.");
    expect(told({ state: "dropped", words: "It was taken back." })).toBe("It was taken back.");
  });
});
