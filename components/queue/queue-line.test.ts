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
  corrected: false,
  crmMatch: "none",
  timeZone: "Europe/Oslo",
  routedAt: ago(60),
  windowSeconds: 300,
  window: { state: "running", leftMs: 240_000, startsAt: null },
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

  it("C2.5 says in a word that there is a reason not to call, until it is decided on", () => {
    expect(line({ crmMatch: "existing_customer" }).warned).toBe("customer");
    expect(line({ crmMatch: "active_opportunity" }).warned).toBe("open opportunity");
    const decision = { accepted: true, reason: null, words: null, at: ago(10) };
    expect(line({ crmMatch: "existing_customer", decision }).warned).toBeUndefined();
    for (const crmMatch of ["none", "existing_account", "former_customer", null] as const) {
      expect(line({ crmMatch })).not.toHaveProperty("warned");
    }
  });

  it("leaves no gap where a score is not known", () => {
    expect(line({ scoreTotal: null, scoreDelta: null })).toMatchObject({
      score: "–",
      by: "",
    });
  });

  it("Q.2 counts while it runs and shortly after, and says the rest in words", () => {
    const late = (seconds: number, startsAt: Date | null = null) =>
      line({ window: { state: "late", overMs: seconds * 1000, startsAt } }).clock;
    expect(line({}).clock).toEqual({ secondsLeft: 240 });
    expect(late(48)).toEqual({ secondsLeft: -48 });
    expect(late(3_600 * 30)).toEqual({ words: "1\u00a0d late", tone: "bad" });
  });

  it("Q.2 says when a clock goes on that stands still outside working hours", () => {
    const waits = (iso: string) =>
      line({ window: { state: "soon", leftMs: 60_000, startsAt: new Date(iso) } }).clock;
    expect(waits("2026-06-03T13:00:00Z")).toEqual({ words: "starts 15:00", tone: "faint" });
    expect(waits("2026-06-08T07:00:00Z")).toEqual({ words: "starts Mon 09:00", tone: "faint" });
    expect(waits("2026-08-03T07:00:00Z")).toEqual({ words: "starts 3 Aug", tone: "faint" });
  });

  it("Q.2 says how soon or how late it was tried", () => {
    const stopped = (tookMs: number, overMs: number) =>
      line({ window: { state: "stopped", tookMs, overMs } });
    const inTime = stopped(130_000, 0);
    expect(inTime.clock).toEqual({ words: "tried in 2:10", tone: "faint" });
    const late = stopped(8_900_000, 8_600_000);
    expect(late.clock).toEqual({ words: "tried 2\u00a0h late", tone: "faint" });
  });

  it("Q.5 says why it went back", () => {
    const decision = { accepted: false, reason: "other", words: "A partner", at: ago(60) } as const;
    expect(line({ decision }).decided).toMatchObject({
      words: "Today 11:59",
      reason: "Other: A partner",
    });
  });
});
