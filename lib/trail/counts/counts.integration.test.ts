import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aLead } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { activity } from "@/db/schema/activity";
import { history } from "@/db/schema/history";
import { exclusionCount } from "@/db/schema/trail";
import { testDatabase } from "@/db/testing/database";
import { systemActor } from "@/lib/access/viewer";
import { recordActivities } from "@/lib/intake/activities/commands";
import { receiveMessages } from "@/lib/intake/tracking/commands";
import { readPayload } from "@/lib/intake/tracking/payload";
import { DAY } from "@/lib/platform/durations";
import { bringBack, saveExclusions } from "../commands";
import { exclusionsInForce } from "../queries";
import { forgetActivities, forgetReceipts, sumUpCounts } from "./commands";
import { exclusionReport, lastForgotten, unreadEvents } from "./queries";

const { db } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const site = systemActor("connection", "Website");
const job = systemActor("job", "Counts");
const PERSON = "Mozilla/5.0 (Macintosh) Safari/605.1";
const BOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";

const visit = (leadId: string, days: number, userAgent: string) => ({
  id: randomUUID(),
  leadId,
  kind: "page_viewed" as const,
  occurredAt: new Date(now.getTime() - days * DAY),
  userAgent,
  details: { path: `/page-${days}`, seconds: 60 },
});

describe("X.6 the count of each rule on the audit page", () => {
  it("follows what was judged: these 30 days, those before, and what was brought back", async () => {
    const ops = await aPerson("marketing_ops");
    const lineOf = async (rule: string) =>
      (await exclusionReport(ops, now)).find((line) => line.rule === rule);
    const leadId = await aLead(now);
    const visits = [1, 2, 40].map((days) => visit(leadId, days, BOT));
    await recordActivities(site, visits, { now, source: "Website" });
    expect(await lineOf("bot")).toMatchObject({ count: 2, before: 1, broughtBack: 0 });

    // The same again, and a judging in vain, count nothing twice.
    await recordActivities(site, visits, { now, source: "Website" });
    await recordActivities(site, [visit(leadId, 3, PERSON)], { now, source: "Website" });
    expect(await lineOf("bot")).toMatchObject({ count: 2, before: 1 });

    const rows = await db.select().from(activity).where(eq(activity.leadId, leadId));
    const first = rows.find(({ details }) => "path" in details && details.path === "/page-1");
    await bringBack(ops, { leadId, activityIds: [String(first?.id)] }, now);
    const before = await exclusionReport(ops, now);
    expect(await lineOf("bot")).toMatchObject({ count: 1, before: 1, broughtBack: 1 });

    await Promise.all([sumUpCounts(job, now), sumUpCounts(job, now)]);
    expect(await exclusionReport(ops, now)).toEqual(before);
    const parts = await db
      .select({ parts: sql<number>`count(*)::int` })
      .from(exclusionCount)
      .groupBy(exclusionCount.day, exclusionCount.rule);
    expect(Math.max(...parts.map((part) => part.parts))).toBe(1);
  });

  it("counts what grew too old on the day on which it did", async () => {
    const ops = await aPerson("marketing_ops");
    const leadId = await aLead(now);
    // Out of date since ten days, as pages count for thirty.
    await recordActivities(site, [visit(leadId, 40, PERSON)], { now, source: "Website" });
    const old = (await exclusionReport(ops, now)).find(({ rule }) => rule === "old_page_or_mail");
    expect(old).toMatchObject({ count: 1, before: 0, share: null });
  });
});

describe("C3 late and out-of-order activities", () => {
  it("land in their place, are judged, and a repeat is dropped", async () => {
    const inOrder = await aLead(now);
    const anyOrder = await aLead(now);
    const told = (leadId: string) => [9, 5, 2].map((days) => visit(leadId, days, PERSON));
    await recordActivities(site, told(inOrder), { now, source: "Website" });
    const [first, second, third] = told(anyOrder);
    for (const one of [third, first, third, second, first]) {
      if (one) await recordActivities(site, [one], { now, source: "Website" });
    }
    const shown = async (leadId: string) => {
      const [row] = await db.execute<{ trail: string; score: number; kept: number }>(sql`
        select computed -> 'C3.8' -> 'value' as trail, score_total as score,
          (select count(*)::int from activity where lead_id = lead.id) as kept
        from lead where id = ${leadId}`);
      return row;
    };
    expect((await shown(anyOrder))?.kept).toBe(3);
    expect(await shown(anyOrder)).toEqual(await shown(inOrder));
  });
});

describe("K.1 events that are not understood", () => {
  it("are counted once each and listed by name", async () => {
    const ops = await aPerson("marketing_ops");
    const song = (messageId: string) => ({
      type: "track",
      userId: "u-1",
      messageId,
      event: "Song Played",
      timestamp: "2026-06-03T09:00:00Z",
    });
    const batch = [song("m-1"), song("m-2"), { ...song("m-3"), event: "Form Submitted" }];
    for (const _ of [1, 2]) {
      const read = readPayload("batch", { batch }, now);
      if (!read.ok) throw new Error(read.reason);
      await receiveMessages(site, read.messages, now);
    }
    expect(await unreadEvents(ops, now)).toEqual([
      {
        source: "Website",
        event: "Song Played",
        count: 2,
        lastAt: new Date("2026-06-03T09:00:00Z"),
      },
    ]);
  });
});

describe("C3 retention", () => {
  it("forgets whole months that are older than the setting, and says so", async () => {
    const admin = await aPerson("admin");
    const leadId = await aLead(now);
    const old = { ...visit(leadId, 1, PERSON), occurredAt: new Date("2017-03-11T10:00:00Z") };
    const young = { ...visit(leadId, 1, PERSON), occurredAt: new Date("2025-05-02T10:00:00Z") };
    await recordActivities(site, [old, young], { now, source: "Website" });
    expect(await forgetActivities(job, now)).toEqual([]);

    const { settings, version } = await exclusionsInForce();
    const input = {
      settings: { ...settings, retentionMonths: 13 },
      basedOn: version,
      reason: "GDPR",
    };
    expect(await saveExclusions(admin, input, now)).toMatchObject({ ok: true });
    const months = await forgetActivities(job, now);
    expect(months).toContainEqual({ month: "2017-03", activities: 1 });
    const left = await db
      .select({ at: activity.occurredAt })
      .from(activity)
      .where(eq(activity.leadId, leadId));
    expect(left).toEqual([{ at: young.occurredAt }]);
    expect((await lastForgotten(admin))?.months).toEqual(months);
    expect(await forgetActivities(job, now)).toEqual([]);
    const again = { ...old, id: randomUUID() };
    const late = await recordActivities(site, [again], { now, source: "Website" });
    expect(late.accepted).toBe(1);
  });

  it("forgets receipts once no repeat counts any more, and knows every later message again", async () => {
    const leadId = await aLead(now);
    const received = ["2019-04-11T10:00:00Z", "2025-09-02T10:00:00Z", "2026-06-02T10:00:00Z"];
    const messages = received.map((at) => ({
      ...visit(leadId, 1, PERSON),
      occurredAt: new Date(at),
    }));
    const send = async (message: (typeof messages)[number] | undefined, at: Date) =>
      (await recordActivities(site, message ? [message] : [], { now: at, source: "Website" }))
        .accepted;
    for (const message of messages) expect(await send(message, message.occurredAt)).toBe(1);
    for (let night = 0; night < 31; night += 1)
      await forgetReceipts(job, new Date(now.getTime() + night * 86_400_000));
    const later = new Date(now.getTime() + 31 * 86_400_000);
    expect(await Promise.all(messages.slice(1).map((one) => send(one, later)))).toEqual([0, 0]);
    // Of a forgotten month: it is taken for new, and forgotten with that month again.
    expect(await send(messages[0], later)).toBe(1);
    expect(await forgetActivities(job, later)).toContainEqual({ month: "2019-04", activities: 2 });
  });

  it("lets go of nothing that a trail looks back on, whoever asks", async () => {
    const asked = db.execute(sql`select * from baton_forget_months(now() - interval '5 months')`);
    await expect(asked).rejects.toMatchObject({ cause: { code: "22023" } });
  });
});

describe("X the settings' versions", () => {
  it("keep who changed what and why, and refuse what was made from an older one", async () => {
    const admin = await aPerson("admin");
    const { settings, version } = await exclusionsInForce();
    const changed = { ...settings, scannerSeconds: 25 };
    const saved = await saveExclusions(
      admin,
      { settings: changed, basedOn: version, reason: "Slow gateway" },
      now,
    );
    expect(saved).toEqual({ ok: true, value: { version: version + 1 } });
    const [told] = await db
      .select({ after: history.after, by: history.actorName })
      .from(history)
      .where(
        sql`${history.subject} = 'trail settings' and ${history.subjectId} = ${String(version + 1)}`,
      );
    expect(told).toMatchObject({
      by: admin.name,
      after: {
        reason: "Slow gateway",
        changes: [{ setting: "scannerSeconds", before: "10 seconds", after: "25 seconds" }],
      },
    });
    const stale = { settings, basedOn: version, reason: "Back" };
    expect(await saveExclusions(admin, stale, now)).toMatchObject({ ok: false });
    const same = { settings: changed, basedOn: version + 1, reason: "Nothing" };
    expect(await saveExclusions(admin, same, now)).toEqual({
      ok: false,
      reason: "Nothing has changed.",
    });
    const unknown = { settings, basedOn: version + 8, reason: "Back" };
    expect(await saveExclusions(admin, unknown, now)).toMatchObject({ ok: false });
    expect((await exclusionsInForce()).version).toBe(version + 1);
    const ops = await aPerson("marketing_ops");
    await expect(saveExclusions(ops, stale, now)).rejects.toThrow("set exclusions");
  });
});
