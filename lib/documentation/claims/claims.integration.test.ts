import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aLead } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { history } from "@/db/schema/history";
import { summaryVersion } from "@/db/schema/note";
import { testDatabase } from "@/db/testing/database";
import { NotAllowed } from "@/lib/access/permissions";
import { saveSummary } from "@/lib/handoff/commands";
import { parseBoardFilter } from "../board/filter";
import { boardPlace } from "../board/queries";
import { CLAIM_MINUTES } from "./claim";
import { claimLeads, releaseLeads, takeOver, workOn } from "./commands";
import { claimsOf } from "./queries";

const { db } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

const verbsOf = async (leadId: string) =>
  (await db.select().from(history).where(eq(history.subjectId, leadId))).map(({ verb }) => verb);

describe("O.1 claims", () => {
  it("give a lead to one of two who press at once, and tell the other who has it", async () => {
    const [ada, ben] = [await aPerson("marketing_ops"), await aPerson("marketing_ops")];
    const leadIds = [await aLead(now)];
    const both = await Promise.all([
      claimLeads(ada, { leadIds }, now),
      claimLeads(ben, { leadIds }, now),
    ]);
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    const [winner, loser] = both[0]?.ok ? [ada, ben] : [ben, ada];
    expect(both).toContainEqual({ ok: false, reason: `${winner.name} is on it.` });
    const seen = await claimsOf(loser, leadIds, now);
    expect(seen.get(leadIds[0] ?? "")).toEqual({ by: winner.name, mine: false, at: now });
    expect(await releaseLeads(loser, { leadIds }, now)).toMatchObject({ ok: false });
    expect(await releaseLeads(winner, { leadIds }, now)).toMatchObject({ ok: true });
    expect(await claimLeads(loser, { leadIds }, now)).toMatchObject({ ok: true });
  });

  it("run out when nothing is done, and last while something is", async () => {
    const [ada, ben] = [await aPerson("marketing_ops"), await aPerson("admin")];
    const leadId = await aLead(now);
    expect(await workOn(ada, { leadId }, now)).toEqual({ by: null });
    expect(await workOn(ben, { leadId }, minutes(CLAIM_MINUTES - 1))).toEqual({ by: ada.name });
    await workOn(ada, { leadId }, minutes(CLAIM_MINUTES - 1));
    expect(await workOn(ben, { leadId }, minutes(CLAIM_MINUTES + 1))).toEqual({ by: ada.name });
    expect(await workOn(ben, { leadId }, minutes(2 * CLAIM_MINUTES))).toEqual({ by: null });
    expect(await workOn(ada, { leadId }, minutes(2 * CLAIM_MINUTES))).toEqual({ by: ben.name });
  });

  it("are taken over with a word that stays in the lead's history", async () => {
    const [ada, ben] = [await aPerson("marketing_ops"), await aPerson("marketing_ops")];
    const leadId = await aLead(now);
    await workOn(ada, { leadId }, now);
    await takeOver(ben, { leadId, words: "She is at lunch" }, now);
    expect(await workOn(ada, { leadId }, now)).toEqual({ by: ben.name });
    const rows = await db.select().from(history).where(eq(history.subjectId, leadId));
    expect(rows).toContainEqual(
      expect.objectContaining({
        verb: "took over",
        actorName: ben.name,
        before: ada.name,
        after: { words: "She is at lunch" },
      }),
    );
    const gone = await takeOver(ben, { leadId: randomUUID(), words: "Why" }, now);
    expect(gone).toMatchObject({ ok: false });
  });

  it("keep the next lead of the list from everybody else", async () => {
    const [ada, ben] = [await aPerson("marketing_ops"), await aPerson("marketing_ops")];
    const mark = randomUUID();
    const search = { show: "enrichment", q: mark };
    const made: string[] = [];
    for (const at of [3, 2, 1]) made.push(await aLead(minutes(at), { company: mark }));
    const [first = "", second = "", third = ""] = made;
    await workOn(ada, { leadId: second }, minutes(4));
    const filter = parseBoardFilter(search);
    expect(await boardPlace(ben, filter, first, minutes(5))).toMatchObject({
      nextId: third,
      of: 3,
    });
    expect(await boardPlace(ada, filter, first, minutes(5))).toMatchObject({ nextId: second });
  });

  it("end when the summary is saved, which then knows when it was begun", async () => {
    const ada = await aPerson("marketing_ops");
    const leadId = await aLead(now);
    await workOn(ada, { leadId }, now);
    await workOn(ada, { leadId }, minutes(1));
    await saveSummary(ada, { leadId, text: "Wants to move.", basedOn: 0 }, minutes(2));
    expect(await claimsOf(ada, [leadId], minutes(2))).toEqual(new Map());
    const [saved] = await db.select().from(summaryVersion).where(eq(summaryVersion.leadId, leadId));
    expect(saved).toMatchObject({ openedAt: now, at: minutes(2) });
    expect((await verbsOf(leadId)).filter((verb) => verb === "claimed")).toEqual(["claimed"]);
  });

  it("are for those who document leads", async () => {
    const leadId = await aLead(now);
    for (const role of ["rep", "manager"] as const) {
      const stranger = await aPerson(role);
      const tried = [
        () => claimLeads(stranger, { leadIds: [leadId] }, now),
        () => releaseLeads(stranger, { leadIds: [leadId] }, now),
        () => takeOver(stranger, { leadId, words: "Mine" }, now),
        () => workOn(stranger, { leadId }, now),
        () => claimsOf(stranger, [leadId], now),
      ];
      for (const one of tried) await expect(one()).rejects.toThrow(NotAllowed);
    }
  });
});
