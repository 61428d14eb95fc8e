import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aLead } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { activity } from "@/db/schema/activity";
import { history } from "@/db/schema/history";
import { lead } from "@/db/schema/lead";
import { testDatabase } from "@/db/testing/database";
import { systemActor } from "@/lib/access/viewer";
import { leadDossier } from "@/lib/documentation/dossier/queries";
import { recordActivities } from "@/lib/intake/activities/commands";
import { HOUR } from "@/lib/platform/durations";
import { bringBack, leaveOut } from "./commands";

const { db } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const site = systemActor("connection", "Website");
const BOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";

/** A lead that read two pages; a bot under its name read a third. */
async function aBusyLead() {
  const leadId = await aLead(now);
  const page = (
    path: string,
    hours: number,
    userAgent = "Mozilla/5.0 (Macintosh) Safari/605.1",
  ) => ({
    id: randomUUID(),
    leadId,
    kind: "page_viewed" as const,
    occurredAt: new Date(now.getTime() - hours * HOUR),
    userAgent,
    details: { path, seconds: 90 },
  });
  const activities = [page("/pricing", 3), page("/security", 2), page("/integrations/sap", 1, BOT)];
  await recordActivities(site, activities, { now, source: "Website" });
  const idOf = async (path: string) => {
    const rows = await db.select().from(activity).where(eq(activity.leadId, leadId));
    const found = rows.find(({ details }) => "path" in details && details.path === path);
    if (!found) throw new Error(`No activity about ${path}.`);
    return found.id;
  };
  return { leadId, idOf };
}

const trailOf = async (leadId: string) => {
  const [row] = await db.select({ computed: lead.computed }).from(lead).where(eq(lead.id, leadId));
  return JSON.stringify(row?.computed["C3.8"]?.value ?? []);
};

describe("X.6 a person against the rules", () => {
  it("brings back what a rule left out, and the lead is judged at once", async () => {
    const ops = await aPerson("marketing_ops");
    const { leadId, idOf } = await aBusyLead();
    expect(await trailOf(leadId)).not.toContain("/integrations/sap");
    const activityIds = [await idOf("/integrations/sap")];
    expect(await bringBack(ops, { leadId, activityIds }, now)).toMatchObject({ ok: true });
    expect(await trailOf(leadId)).toContain("/integrations/sap");
    const again = await leaveOut(ops, { leadId, activityIds }, now);
    expect(again).toMatchObject({ ok: true });
    const dossier = await leadDossier(ops, leadId, now);
    expect(dossier?.leftOut).toMatchObject([{ rule: "bot", count: 1 }]);
    expect(await trailOf(leadId)).not.toContain("/integrations/sap");
  });

  it("brings back all that a rule left out", async () => {
    const ops = await aPerson("marketing_ops");
    const { leadId, idOf } = await aBusyLead();
    const brought = await bringBack(ops, { leadId, rule: "bot" }, now);
    expect(brought).toEqual({
      ok: true,
      value: { activityIds: [await idOf("/integrations/sap")] },
    });
    expect((await leadDossier(ops, leadId, now))?.leftOut).toEqual([]);
  });

  it("leaves out more than the rules do, says who did, and takes it back", async () => {
    const ops = await aPerson("marketing_ops");
    const { leadId, idOf } = await aBusyLead();
    const activityIds = [await idOf("/pricing")];
    await leaveOut(ops, { leadId, activityIds, words: "Our agency, from her desk" }, now);
    expect(await trailOf(leadId)).not.toContain("/pricing");
    const dossier = await leadDossier(ops, leadId, now);
    expect(dossier?.leftOut.map(({ rule }) => rule).toSorted()).toEqual(["bot", "by_hand"]);
    const byHand = dossier?.leftOut.find(({ rule }) => rule === "by_hand");
    expect(byHand?.deeds).toMatchObject([
      { chosen: { by: ops.name, at: now, words: "Our agency, from her desk" } },
    ]);
    await bringBack(ops, { leadId, activityIds }, now);
    expect(await trailOf(leadId)).toContain("/pricing");
    const told = await db
      .select({ verb: history.verb })
      .from(history)
      .where(and(eq(history.subject, "lead"), eq(history.subjectId, leadId)))
      .orderBy(history.at);
    expect(told.map(({ verb }) => verb)).toEqual(
      expect.arrayContaining(["left activities out", "brought activities back"]),
    );
  });

  it("hears that nothing is left to do, and of a lead that is none", async () => {
    const ops = await aPerson("marketing_ops");
    const { leadId, idOf } = await aBusyLead();
    const activityIds = [await idOf("/pricing")];
    expect(await bringBack(ops, { leadId, activityIds }, now)).toMatchObject({ ok: false });
    const nobody = await leaveOut(ops, { leadId: randomUUID(), activityIds }, now);
    expect(nobody).toEqual({ ok: false, reason: "There is no such lead." });
    const rep = await aPerson("rep");
    await expect(leaveOut(rep, { leadId, activityIds }, now)).rejects.toThrow("document leads");
  });

  it("cannot touch the activities of another lead", async () => {
    const ops = await aPerson("marketing_ops");
    const one = await aBusyLead();
    const other = await aBusyLead();
    const activityIds = [await other.idOf("/pricing")];
    const outcome = await leaveOut(ops, { leadId: one.leadId, activityIds }, now);
    expect(outcome).toMatchObject({ ok: false });
    expect(await trailOf(other.leadId)).toContain("/pricing");
  });
});
