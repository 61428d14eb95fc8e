import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { aLead } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { addNote, saveSummary } from "@/lib/handoff/commands";
import { takeSign } from "./commands";
import { ownUnsaved, pageNews } from "./queries";

const now = new Date("2026-06-03T10:00:00.000Z");
const seconds = (count: number) => new Date(now.getTime() + count * 1_000);
const typed = (text: string, at = now) => ({ text, basedOn: 0, at: at.toISOString() });

describe("O.3 unsaved text and who is here", () => {
  it("keeps one text a person, of several the one typed last, and forgets it when saved", async () => {
    const [maria, ben] = [await aPerson("marketing_ops"), await aPerson("admin")];
    const leadId = await aLead(now);
    await takeSign(
      maria,
      leadId,
      { summary: typed("Later", seconds(5)), writing: true },
      seconds(6),
    );
    await takeSign(maria, leadId, { summary: typed("Earlier"), writing: true }, seconds(7));
    await takeSign(
      ben,
      leadId,
      { summary: typed("Ben’s"), note: typed("A note"), writing: true },
      now,
    );
    expect((await ownUnsaved(maria, leadId)).summary).toEqual(typed("Later", seconds(5)));
    expect((await ownUnsaved(ben, leadId)).summary?.text).toBe("Ben’s");
    await saveSummary(maria, { leadId, text: "Later.", basedOn: 0 }, seconds(8));
    expect(await ownUnsaved(maria, leadId)).toEqual({});
    await addNote(ben, { leadId, kind: "note", text: "A note" }, seconds(9));
    expect(await ownUnsaved(ben, leadId)).toMatchObject({ summary: { text: "Ben’s" } });
    await takeSign(ben, leadId, { summary: null, writing: false }, seconds(9));
    expect(await ownUnsaved(ben, leadId)).toEqual({});
  });

  it("tells who writes, who only reads, who went, and which version is in force", async () => {
    const [maria, ben] = [await aPerson("marketing_ops"), await aPerson("admin")];
    const leadId = await aLead(now);
    const others = async (at: Date) => (await pageNews(maria, leadId, at)).others;
    await takeSign(ben, leadId, { writing: false }, now);
    expect(await others(seconds(1))).toEqual([
      { name: ben.name, here: true, writing: false, text: null },
    ]);
    await takeSign(ben, leadId, { summary: typed("Asks"), writing: true }, seconds(5));
    expect(await others(seconds(6))).toEqual([
      { name: ben.name, here: true, writing: true, text: "Asks" },
    ]);
    expect(await others(seconds(40))).toEqual([
      { name: ben.name, here: false, writing: false, text: "Asks" },
    ]);
    await takeSign(ben, leadId, { summary: null, writing: false, leaving: true }, seconds(41));
    expect(await others(seconds(41))).toEqual([]);
    await saveSummary(ben, { leadId, text: "Asks for a demo.", basedOn: 0 }, seconds(42));
    expect((await pageNews(maria, leadId, seconds(43))).version).toBe(1);
  });

  it("is for marketing ops and admins, and for leads that exist", async () => {
    const leadId = await aLead(now);
    for (const role of ["rep", "manager"] as const) {
      const person = await aPerson(role);
      const refusal = "document leads";
      await expect(takeSign(person, leadId, { writing: true }, now)).rejects.toThrow(refusal);
      await expect(pageNews(person, leadId, now)).rejects.toThrow(refusal);
      await expect(ownUnsaved(person, leadId)).rejects.toThrow(refusal);
    }
    const ops = await aPerson("marketing_ops");
    expect(await takeSign(ops, randomUUID(), { writing: true }, now)).toMatchObject({ ok: false });
  });
});
