import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aLead, document } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { scoringModel } from "@/db/schema/scoring";
import { testDatabase } from "@/db/testing/database";
import { systemActor } from "@/lib/access/viewer";
import { recordActivities } from "@/lib/intake/activities/commands";
import { DAY, HOUR } from "@/lib/platform/durations";
import { modelInForce } from "@/lib/scoring/queries";
import { judgeDue } from "../score-due/commands";
import { judgeByModel } from "./commands";

const { db } = testDatabase();
const job = systemActor("job", "Scoring model");
const now = new Date("2026-06-03T10:00:00Z");
const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);

async function ready(): Promise<string> {
  const ops = await aPerson("marketing_ops");
  await aPerson("rep");
  const id = await aLead(now);
  await document(ops, id, now);
  return id;
}

async function read(leadId: string, days: readonly number[], received: Date, source: string) {
  const activities = days.map((ago) => ({
    ...{ leadId, id: randomUUID(), userAgent: "Mozilla/5.0 (Macintosh) Safari/605.1" },
    ...{ kind: "page_viewed" as const, details: { path: "/pricing", seconds: 90 } },
    occurredAt: new Date(received.getTime() - ago * DAY),
  }));
  const site = systemActor("connection", source);
  await recordActivities(site, activities, { now: received, source });
}

async function takeEffect(threshold: number): Promise<number> {
  const before = await modelInForce();
  const version = before.version + 1;
  const model = { ...before, threshold, version };
  await db.insert(scoringModel).values({ version, model, createdAt: now });
  return version;
}

const rowOf = async (id: string) => (await db.select().from(lead).where(eq(lead.id, id)))[0];

describe("C4.6 what is said where no activity has just crossed the threshold", () => {
  it("names the version of the model that made MQLs of leads it found", async () => {
    const [near, far] = [await ready(), await ready()];
    await read(near, [2], now, "Website");
    const before = await rowOf(near);
    expect(before).toMatchObject({ status: "ready", trigger: null });
    const version = await takeEffect((before?.scoreTotal ?? 0) - 1);
    for (let afterId: string | null | undefined; afterId !== null; )
      afterId = await judgeByModel(job, { version, afterId }, later(HOUR));
    const words = `Became ready for sales when version ${version} of the scoring model took effect`;
    expect(await rowOf(near)).toMatchObject({ status: "routed", trigger: words });
    const [given] = await db.select().from(handoff).where(eq(handoff.leadId, near));
    expect(given?.snapshot.trigger.text).toBe(words);
    expect(given?.snapshot.touchpoints.map(({ text }) => text)).toContainEqual(
      expect.stringContaining("Read /pricing"),
    );
    expect(await rowOf(far)).toMatchObject({ status: "ready", trigger: null });
  });

  it("names what brought in activities of long ago, and makes no MQL of faded ones", async () => {
    const [steady, faded] = [await ready(), await ready()];
    const fit = (await rowOf(faded))?.scoreTotal ?? 0;
    await takeEffect(fit + 12);
    await read(faded, [28, 27, 26, 25], now, "File import");
    expect(await rowOf(faded)).toMatchObject({ status: "ready", trigger: null });
    await read(steady, [8, 7.8, 7.6, 7.4], now, "File import");
    expect(await rowOf(steady)).toMatchObject({
      status: "routed",
      trigger: "Became ready for sales when earlier activities came in with File import",
    });
  });

  it("never makes an MQL because time went by", async () => {
    const id = await ready();
    const fit = (await rowOf(id))?.scoreTotal ?? 0;
    await takeEffect(fit + 12);
    await read(id, [28, 27, 26, 25], now, "File import");
    for (let days = 1; days < 9; days += 1) await judgeDue(job, later(days * DAY));
    expect(await rowOf(id)).toMatchObject({ status: "ready", trigger: null, mqlAt: null });
  });
});
