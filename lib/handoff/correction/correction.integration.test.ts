import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aLead, document, evaluate } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { handoff } from "@/db/schema/handoff";
import { notice } from "@/db/schema/notice";
import { testDatabase } from "@/db/testing/database";
import { NotAllowed } from "@/lib/access/permissions";
import { leadDossier } from "@/lib/documentation/dossier/queries";
import { release, releaseAs } from "@/lib/gate/commands";
import { addNote, saveSummary } from "@/lib/handoff/commands";
import { handoffOfLead } from "@/lib/handoff/queries";
import { sinceHandoff } from "@/lib/handoff/since/since";
import { queueRows } from "@/lib/queue/queries";
import { parseView } from "@/lib/queue/view";
import { editTrail } from "@/lib/trail/edits/commands";
import { seeCorrections } from "./commands";

const { db } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const later = new Date("2026-06-03T10:10:00Z");

describe("G.7 a correction after the handoff", () => {
  it("leaves the snapshot as it was, stands beside it, and is told to the rep", async () => {
    const ops = await aPerson("marketing_ops");
    await aPerson("rep");
    const leadId = await aLead(now);
    await document(ops, leadId, now);
    await evaluate(leadId, now);
    await release(ops, { leadId }, now);
    const [before] = await db.select().from(handoff).where(eq(handoff.leadId, leadId));
    if (!before) throw new Error("The lead was not handed off.");

    await saveSummary(ops, { leadId, text: "Wants SAP before May.", basedOn: 0 }, later);
    await addNote(ops, { leadId, kind: "note", text: "Call after two." }, later);
    const line = (await leadDossier(ops, leadId, later))?.trail.lines[0];
    const edit = { do: "reword", key: line?.key ?? "", text: "Came back with the CFO" } as const;
    expect(await editTrail(ops, { leadId, edit }, later)).toMatchObject({ ok: true });

    const [after] = await db.select().from(handoff).where(eq(handoff.leadId, leadId));
    expect(after?.snapshot).toEqual(before.snapshot);
    const view = await handoffOfLead(ops, leadId);
    const since = view ? sinceHandoff(view, ops, later) : [];
    expect(since.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        `${ops.name}: Wants SAP before May.`,
        `${ops.name}: Call after two.`,
        `${ops.name}: Came back with the CFO`,
      ]),
    );
    const told = await db
      .select({ fieldId: notice.fieldId, personId: notice.personId })
      .from(notice)
      .where(and(eq(notice.leadId, leadId), eq(notice.kind, "correction")));
    expect(told.map(({ fieldId }) => fieldId).toSorted()).toEqual(["C3.8", "C3.9", "C5.4"]);
    expect(new Set(told.map(({ personId }) => personId))).toEqual(new Set([before.ownerId]));
  });

  it("marks the row in the rep's queue until they have seen it, and again with the next", async () => {
    const ops = await aPerson("marketing_ops");
    const [rep, stranger] = [await aPerson("rep", { territory: ["NO"] }), await aPerson("rep")];
    const leadId = await aLead(now);
    await document(ops, leadId, now);
    await releaseAs(ops, leadId, { ownerId: rep.id, reason: "Theirs", path: [] }, now);
    const view = parseView({}, later);
    const marked = async () => (await queueRows(rep, view, later))[0]?.corrected;
    const unseen = async () => (await handoffOfLead(rep, leadId))?.corrected;
    const [row] = await queueRows(rep, view, later);
    const handoffId = row?.id ?? "";
    expect(row?.corrected).toBe(false);
    await addNote(ops, { leadId, kind: "note", text: "Call after two." }, later);
    expect(await marked()).toBe(true);
    expect(await unseen()).toEqual(later);
    await seeCorrections(stranger, { handoffId }, later);
    expect(await marked()).toBe(true);
    await seeCorrections(rep, { handoffId }, later);
    expect(await marked()).toBe(false);
    expect(await unseen()).toBeNull();
    await expect(seeCorrections(ops, { handoffId }, later)).rejects.toThrow(NotAllowed);
    const last = new Date("2026-06-03T10:20:00Z");
    await addNote(ops, { leadId, kind: "note", text: "Or before nine." }, last);
    expect(await marked()).toBe(true);
  });
});
