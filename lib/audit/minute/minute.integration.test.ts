import { describe, expect, it } from "vitest";
import { aLead, document } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { testDatabase } from "@/db/testing/database";
import { NotAllowed } from "@/lib/access/permissions";
import { workOn } from "@/lib/documentation/claims/commands";
import { leadDossier } from "@/lib/documentation/dossier/queries";
import { release } from "@/lib/gate/commands";
import { saveSummary } from "@/lib/handoff/commands";
import { writingSince } from "./queries";

testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const seconds = (count: number) => new Date(now.getTime() + count * 1_000);

describe("the minute, measured", () => {
  it("tells how long, how much of the draft, and what went out unedited, of all together", async () => {
    const ops = await aPerson("marketing_ops");
    const manager = await aPerson("manager");
    await aPerson("rep");
    const [written, untimed, given] = [await aLead(now), await aLead(now), await aLead(now)];
    await workOn(ops, { leadId: written }, now);
    const draft = (await leadDossier(ops, written, now))?.draft;
    const text = draft ?? "Wants to move.";
    await saveSummary(ops, { leadId: written, text, basedOn: 0 }, seconds(50));
    await saveSummary(ops, { leadId: untimed, text: "Own words.", basedOn: 0 }, seconds(60));
    await document(ops, given, now);
    await release(ops, { leadId: given }, seconds(70));
    const writing = await writingSince(manager, now);
    expect(writing).toMatchObject({ summaries: 2, timed: 1, seconds: 50, median: 50, handoffs: 1 });
    expect(writing.asDrafted).toBe(draft ? 1 : 0);
    expect(await writingSince(manager, seconds(3_600))).toMatchObject({
      summaries: 0,
      median: null,
    });
  });

  it("is for those who see the audit", async () => {
    await expect(writingSince(await aPerson("rep"), now)).rejects.toThrow(NotAllowed);
  });
});
