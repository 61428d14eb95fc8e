import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { aLead } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { testDatabase } from "@/db/testing/database";
import { NotAllowed } from "@/lib/access/permissions";
import { systemActor } from "@/lib/access/viewer";
import { setLeadsAside } from "@/lib/gate/aside/commands";
import { recordActivities } from "@/lib/intake/activities/commands";
import { parseBoardFilter } from "../board/filter";
import { boardLeads } from "../board/queries";
import { claimLeads } from "../claims/commands";
import { leadDossier } from "../dossier/queries";
import { settleDoubts, undoDoubts } from "../doubts/commands";
import { flagLeads, unflagLeads } from "./commands";
import { deedEffect } from "./queries";

testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const text = "Funding announced";

/** A lead that clicked two seconds after delivery, and read a page a minute later. */
async function fastReader(): Promise<string> {
  const leadId = await aLead(now);
  const at = (seconds: number) => new Date(now.getTime() - 3_600_000 + seconds * 1_000);
  const common = { leadId, userAgent: "Mozilla/5.0 (Macintosh) Safari/605.1" };
  const mail = { messageId: randomUUID(), subject: "Cold chain", url: "https://a.example/x" };
  const activities = [
    { kind: "email_delivered", occurredAt: at(0), details: mail },
    { kind: "email_clicked", occurredAt: at(2), details: mail },
    { kind: "page_viewed", occurredAt: at(62), details: { path: "/pricing", seconds: 90 } },
  ] as const;
  const told = activities.map((activity) => ({ ...common, ...activity, id: randomUUID() }));
  const sender = systemActor("connection", "Tests");
  const recorded = await recordActivities(sender, told, { now, source: "Tests" });
  if (recorded.accepted !== told.length) throw new Error("Activities were refused.");
  return leadId;
}

describe("O.5 bulk deeds", () => {
  it("do what the preview says, and leave what it says", async () => {
    const [ada, ben] = [await aPerson("marketing_ops"), await aPerson("marketing_ops")];
    const [free, flagged, aside, claimed] = await Promise.all([1, 2, 3, 4].map(() => aLead(now)));
    const leadIds = [free ?? "", flagged ?? "", aside ?? "", claimed ?? ""];
    await flagLeads(ada, { leadIds: [flagged ?? ""], text }, now);
    await setLeadsAside(ada, { leadIds: [aside ?? ""], reason: "A test submission" }, now);
    await claimLeads(ben, { leadIds: [claimed ?? ""] }, now);
    const effect = await deedEffect(ada, { deed: "flag", leadIds, text }, now);
    expect(effect.does).toEqual([free, aside]);
    expect(effect.left).toEqual([
      { why: "flagged so already", count: 1 },
      { why: `that ${ben.name} is on`, count: 1 },
    ]);
    const done = await flagLeads(ada, { leadIds: effect.does, text }, now);
    expect(done).toMatchObject({
      ok: true,
      value: { leadIds: expect.arrayContaining(effect.does) },
    });
    const flagsOf = async () => (await leadDossier(ada, free ?? "", now))?.remarks.length;
    expect(await flagsOf()).toBe(1);
    if (!done.ok) throw new Error(done.reason);
    expect(await unflagLeads(ada, done.value, now)).toMatchObject({ ok: true });
    expect(await flagsOf()).toBe(0);
    expect(await unflagLeads(ada, done.value, now)).toMatchObject({ ok: false });
    const test = await deedEffect(ada, { deed: "test", leadIds }, now);
    expect(test.does).toEqual([free, flagged]);
  });

  it("X.6 let a doubtful click count, leave it out for good, and take both back", async () => {
    const ada = await aPerson("marketing_ops");
    const leadId = await fastReader();
    const leadIds = [leadId];
    const isDoubtful = async () =>
      (await boardLeads(ada, parseBoardFilter({ show: "doubtful" }))).includes(leadId);
    const leftOut = async () => (await leadDossier(ada, leadId, now))?.leftOut.length;
    expect(await isDoubtful()).toBe(true);
    const before = await leftOut();
    for (const counts of [true, false]) {
      const settled = await settleDoubts(ada, { leadIds, counts }, now);
      if (!settled.ok) throw new Error(settled.reason);
      expect(await isDoubtful()).toBe(false);
      expect(await leftOut()).toBe(counts ? (before ?? 0) - 1 : before);
      expect(await settleDoubts(ada, { leadIds, counts }, now)).toMatchObject({ ok: false });
      expect(await undoDoubts(ada, settled.value, now)).toMatchObject({ ok: true });
      expect(await isDoubtful()).toBe(true);
    }
  });

  it("are for those who document leads", async () => {
    const leadIds = [await aLead(now)];
    for (const role of ["rep", "manager"] as const) {
      const stranger = await aPerson(role);
      const tried = [
        () => deedEffect(stranger, { deed: "test", leadIds }, now),
        () => flagLeads(stranger, { leadIds, text }, now),
        () => unflagLeads(stranger, { noteIds: leadIds }, now),
        () => settleDoubts(stranger, { leadIds, counts: true }, now),
        () => undoDoubts(stranger, { leadIds, activityIds: leadIds }, now),
      ];
      for (const one of tried) await expect(one()).rejects.toThrow(NotAllowed);
    }
  });
});
