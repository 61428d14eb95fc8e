import { randomUUID } from "node:crypto";
import { asc, eq, lte } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aLead, document, evaluate } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { scoreEntry, scoreHistory } from "@/db/schema/scoring";
import { testDatabase } from "@/db/testing/database";
import { systemActor } from "@/lib/access/viewer";
import { leadRecord } from "@/lib/api/leads/queries";
import { leadDossier } from "@/lib/documentation/dossier/queries";
import { recordActivities } from "@/lib/intake/activities/commands";
import { DAY, HOUR } from "@/lib/platform/durations";
import { forgetScores } from "@/lib/scoring/ledger/commands";
import { HISTORY_DAYS } from "@/lib/scoring/score-history";
import { setAside } from "../aside/commands";
import { processLeads } from "../commands";
import { judgeDue } from "./commands";

const { db, transaction } = testDatabase();
const job = systemActor("job", "Score");
const now = new Date("2026-06-03T10:00:00Z");
const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);

const rowOf = async (id: string) => {
  const [row] = await db.select().from(lead).where(eq(lead.id, id));
  if (!row) throw new Error("No such lead");
  return row;
};
const ledgerOf = (id: string) => db.select().from(scoreEntry).where(eq(scoreEntry.leadId, id));
const historyOf = (id: string) =>
  db.select().from(scoreHistory).where(eq(scoreHistory.leadId, id)).orderBy(asc(scoreHistory.at));
const sum = (rows: readonly { points: number }[]) =>
  rows.reduce((total, { points }) => total + points, 0);

/** Less than fills a group, so that the score loses its first point within hours. */
async function lookAround(leadId: string): Promise<void> {
  const site = systemActor("connection", "Website");
  const one = { leadId, userAgent: "Mozilla/5.0 (Macintosh) Safari/605.1" };
  const visits = ["/pricing", "/security"].map((path, index) => ({
    ...{ ...one, id: randomUUID(), kind: "page_viewed" as const },
    occurredAt: later(-(index + 1) * HOUR),
    details: { path, seconds: 120 },
  }));
  await recordActivities(site, visits, { now, source: "Website" });
}

async function judgeAllDue(at: Date): Promise<number> {
  let all = 0;
  for (let one = await judgeDue(job, at); one > 0; one = await judgeDue(job, at)) all += one;
  return all;
}

describe("C4 the ledger", () => {
  it("is written with the judgement, adds up, and is read back", async () => {
    const ops = await aPerson("marketing_ops");
    const id = await aLead(now);
    await evaluate(id, now);
    const rows = await ledgerOf(id);
    const { scoreTotal } = await rowOf(id);
    expect(scoreTotal).toBeGreaterThan(40);
    expect(sum(rows)).toBe(scoreTotal);
    const pricing = rows.find(({ rule }) => rule === "pricing");
    expect(pricing).toMatchObject({ group: "intent", activityCount: 2, modelVersion: 1 });

    const dossier = await leadDossier(ops, id, later(3 * DAY));
    expect(dossier?.score).toBe(scoreTotal);
    expect(sum(dossier?.ledger.lines ?? [])).toBe(scoreTotal);
    const line = dossier?.ledger.lines.find(({ label }) => label === pricing?.label);
    expect(line?.deeds).toHaveLength(2);
    expect(sum((await leadRecord(job, id))?.ledger ?? [])).toBe(scoreTotal);
  });

  it("touches only the rows that differ", async () => {
    const ops = await aPerson("marketing_ops");
    const id = await aLead(now);
    await document(ops, id, now);
    const before = await ledgerOf(id);
    expect(before.length).toBeGreaterThan(0);
    await transaction((tx) => processLeads(tx, job, [id], later(HOUR)));
    expect(await ledgerOf(id)).toEqual(before);

    await lookAround(id);
    const between = await ledgerOf(id);
    expect(between.length).toBe(before.length + 2);
    const known = new Set(before.map(({ rule }) => rule));
    expect(between.filter(({ rule }) => known.has(rule))).toEqual(before);
    await transaction((tx) => processLeads(tx, job, [id], later(40 * DAY)));
    expect(await ledgerOf(id)).toEqual(before);
  });

  it("and nothing of it stays where the transaction does not", async () => {
    const id = await aLead(now);
    await evaluate(id, now);
    const [rows, points] = [await ledgerOf(id), await historyOf(id)];
    const undone = transaction(async (tx) => {
      await processLeads(tx, job, [id], later(20 * DAY));
      throw new Error("on second thought");
    });
    await expect(undone).rejects.toThrow("on second thought");
    expect(await ledgerOf(id)).toEqual(rows);
    expect(await historyOf(id)).toEqual(points);
  });
});

describe("C4 scores as time passes", () => {
  it("are judged when they are due and not before, whoever judges side by side", async () => {
    const busy = await aLead(now);
    const quiet = await aLead(now);
    await lookAround(busy);
    const { scoreDueAt, scoreTotal } = await rowOf(busy);
    if (!scoreDueAt) throw new Error("It is not due at all.");
    expect((await rowOf(quiet)).scoreDueAt).toBeNull();
    await judgeAllDue(new Date(scoreDueAt.getTime() - 1));
    expect((await rowOf(busy)).scoreDueAt).toEqual(scoreDueAt);

    const due = await db.select().from(lead).where(lte(lead.scoreDueAt, scoreDueAt));
    const [one, other] = await Promise.all([judgeDue(job, scoreDueAt), judgeDue(job, scoreDueAt)]);
    expect(one + other).toBe(due.length);
    expect(await judgeDue(job, scoreDueAt)).toBe(0);
    const after = await rowOf(busy);
    expect(after.scoreTotal).toBe((scoreTotal ?? 0) - 1);
    expect(after.scoreDueAt?.getTime()).toBeGreaterThan(scoreDueAt.getTime());
    expect((await rowOf(quiet)).updatedAt).toEqual(now);
  });

  it("keep one row a day of what time alone changed, beside what really happened", async () => {
    const id = await aLead(now);
    await lookAround(id);
    const happened = (await historyOf(id)).filter(({ byTime }) => !byTime);
    expect(happened.length).toBeGreaterThan(0);
    for (let hours = 1; hours <= 72; hours += 1) await judgeAllDue(later(hours * HOUR));
    const points = await historyOf(id);
    const byTime = points.filter((point) => point.byTime);
    const days = byTime.map(({ at }) => at.toISOString().slice(0, 10));
    expect(new Set(days).size).toBe(days.length);
    expect(days.length).toBeGreaterThanOrEqual(3);
    expect(points.filter((point) => !point.byTime)).toEqual(happened);
    const { scoreTotal, computed, trend } = await rowOf(id);
    expect(points.at(-1)?.total).toBe(scoreTotal);
    expect(computed["C4.5"]?.value).toMatchObject({ direction: trend });
  });

  it("catch up after nothing ran for days, with the days in between", async () => {
    const id = await aLead(now);
    await lookAround(id);
    await judgeAllDue(later(5 * DAY));
    const totals = (await historyOf(id)).filter(({ byTime }) => byTime);
    expect(totals.length).toBeGreaterThanOrEqual(4);
    expect(totals.map(({ total }) => total)).toEqual(
      totals.map(({ total }) => total).toSorted((a, b) => b - a),
    );
  });

  it("leave the handoff as it was, and are never due for who is set aside", async () => {
    await aPerson("rep");
    const ops = await aPerson("marketing_ops");
    const [given, aside] = [await aLead(now), await aLead(now)];
    await document(ops, given, now);
    await evaluate(given, now);
    await evaluate(aside, now);
    await setAside(ops, { leadId: aside, reason: "A test" }, now);
    expect((await rowOf(aside)).scoreDueAt).toBeNull();
    const snapshotOf = async () =>
      (await db.select().from(handoff).where(eq(handoff.leadId, given))).map((one) => one.snapshot);
    const before = await snapshotOf();
    expect(before).toHaveLength(1);
    expect(sum(before[0]?.scoreLines ?? [])).toBe(before[0]?.fields["C4.1"]?.value);
    await judgeAllDue(later(10 * DAY));
    expect((await rowOf(given)).scoreTotal).toBeLessThan(Number(before[0]?.fields["C4.1"]?.value));
    expect(await snapshotOf()).toEqual(before);
  });

  it("are forgotten after the time they are kept, but for the last one", async () => {
    const id = await aLead(now);
    await evaluate(id, now);
    await judgeAllDue(later(2 * DAY));
    const last = (await historyOf(id)).at(-1);
    const past = later((HISTORY_DAYS + 3) * DAY);
    expect(await forgetScores(job, past)).toBeGreaterThan(0);
    expect(await forgetScores(job, past)).toBe(0);
    expect(await historyOf(id)).toEqual([last]);
  });
});
