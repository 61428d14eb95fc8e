import { describe, expect, it } from "vitest";
import type { QueueRow } from "@/lib/queue/row";
import { queueLine } from "./queue-line";

const now = new Date("2026-06-03T10:00:00Z");
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const reader = { locale: "en-GB", timeZone: "Europe/Oslo" };

const row: QueueRow = {
  id: "a",
  leadId: "b",
  name: "Ingrid Solberg",
  jobTitle: "VP Operations",
  companyName: "Nordlys Logistics",
  trigger: "Asked for a demo",
  tier: 1,
  scoreTotal: 84,
  scoreDelta: -6,
  trend: "decaying",
  completeness: {
    contactBasics: "complete",
    companyIntelligence: "complete",
    behavioralTrail: "partial",
    scoringContext: "complete",
    handoffMetadata: "absent",
  },
  timeZone: "Europe/Oslo",
  routedAt: ago(60),
  firstAttemptAt: null,
  decision: null,
};
const line = (change: Partial<QueueRow>) => queueLine({ ...row, ...change }, reader, now);

describe("Q.1 a row of the queue", () => {
  it("says who, the score, the five marks and their time", () => {
    expect(line({})).toMatchObject({
      name: "Ingrid Solberg",
      jobTitle: "VP Operations",
      companyName: "Nordlys Logistics",
      score: "84",
      by: "6",
      marks: "ccpca",
      timeZone: "Europe/Oslo",
      decided: null,
    });
  });

  it("leaves no gap where a score is not known", () => {
    expect(line({ scoreTotal: null, scoreDelta: null })).toMatchObject({
      score: "–",
      by: "",
    });
  });

  it("Q.2 counts while it runs and shortly after, and says the rest in words", () => {
    expect(line({}).clock).toEqual({ secondsLeft: 240 });
    expect(line({ routedAt: ago(348) }).clock).toEqual({ secondsLeft: -48 });
    const missed = line({ routedAt: ago(3_600 * 30) }).clock;
    expect(missed).toEqual({ words: "1 d late", tone: "bad" });
  });

  it("Q.2 says how soon or how late it was tried", () => {
    const inTime = line({ routedAt: ago(900), firstAttemptAt: ago(770) });
    expect(inTime.clock).toEqual({ words: "tried in 2:10", tone: "faint" });
    const late = line({ routedAt: ago(9_000), firstAttemptAt: ago(100) });
    expect(late.clock).toEqual({ words: "tried 2 h late", tone: "faint" });
  });

  it("Q.5 says why it went back", () => {
    const decision = { accepted: false, reason: "other", words: "A partner", at: ago(60) } as const;
    expect(line({ decision }).decided).toMatchObject({
      words: "Today 11:59",
      reason: "Other: A partner",
    });
  });
});
