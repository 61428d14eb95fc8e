import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aLead, document, evaluate } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { enrichmentAttempt } from "@/db/schema/enrichment";
import { handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { testDatabase } from "@/db/testing/database";
import { viewerOf } from "@/lib/access/queries";
import type { Answer } from "@/lib/enrichment/provider";
import { bringBack, setAside } from "@/lib/gate/aside/commands";
import { release } from "@/lib/gate/commands";
import { fillField } from "@/lib/gate/filling/commands";
import { reportMissing, saveSummary } from "@/lib/handoff/commands";
import { reject } from "@/lib/handoff/decisions/commands";
import { settleFinding } from "../commands";
import { leadDossier } from "../dossier/queries";
import { boardCounts } from "./counts/queries";
import { boardFacets } from "./facets/queries";
import { type BoardFilter, parseBoardFilter } from "./filter";
import type { BoardKind } from "./kinds";
import { boardLeads, boardPage, boardPlace } from "./queries";
import { boardRows } from "./rows/queries";

const { db } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const filter = (show: BoardKind, rest: Partial<BoardFilter> = {}): BoardFilter => ({
  ...parseBoardFilter({ show }),
  ...rest,
});

/** A provider's answer about a lead, kept as the chain keeps it. */
async function said(leadId: string, provider: string, answer: Answer["answer"], at: Date) {
  const cause = answer === "failed" ? ("rate_limited" as const) : null;
  const common = { lookup: "person", words: "Said so.", tookMs: 12 } as const;
  await db.insert(enrichmentAttempt).values({ leadId, provider, answer, cause, at, ...common });
}

async function routed() {
  const ops = await aPerson("marketing_ops");
  await aPerson("rep");
  const id = await aLead(now);
  await document(ops, id, now);
  await release(ops, { leadId: id }, now);
  const [row] = await db.select().from(lead).where(eq(lead.id, id));
  if (!row?.handoffId) throw new Error("Not released");
  const [given] = await db.select().from(handoff).where(eq(handoff.id, row.handoffId));
  const rep = given && (await viewerOf(given.ownerId, 1));
  if (!rep) throw new Error("Nobody has it");
  return { ops, rep, id, handoffId: row.handoffId };
}

describe("O.1 the board", () => {
  it("G.1 lists what is held, MQLs first, each with the fields that hold it", async () => {
    const ops = await aPerson("marketing_ops");
    const cold = await aLead(minutes(1));
    const hot = await aLead(now);
    await document(ops, hot, now, ["C2.5"]);
    await evaluate(hot, minutes(2));
    const page = await boardPage(ops, filter("enrichment"));
    expect(page.ids.indexOf(hot)).toBeLessThan(page.ids.indexOf(cold));
    const rows = await boardRows(ops, "enrichment", [hot, cold], now);
    expect(rows.map(({ id }) => id)).toEqual([hot, cold]);
    expect(rows[0]?.why).toMatchObject({ kind: "enrichment", mql: true });
    expect(rows[1]?.why).toMatchObject({
      mql: false,
      missing: expect.arrayContaining([
        { id: "C1.2", label: "Job title", why: "not_verified" },
        { id: "C2.1", label: "Employees", why: "absent" },
      ]),
    });
    expect(rows[1]?.why).not.toMatchObject({
      missing: expect.arrayContaining([expect.objectContaining({ id: "C3.9" })]),
    });
  });

  it("G.1 tells what is not obtainable, and of each lookup the last answer", async () => {
    const ops = await aPerson("marketing_ops");
    const id = await aLead(now);
    const notObtainable = "Has no profile";
    await fillField(ops, { leadId: id, fieldId: "C2.1", notObtainable }, now);
    await said(id, "Apollo", "no_match", minutes(1));
    await said(id, "Apollo", "failed", minutes(2));
    const [row] = await boardRows(ops, "enrichment", [id], now);
    expect(row?.why).toMatchObject({
      missing: expect.arrayContaining([{ id: "C2.1", label: "Employees", why: "not_obtainable" }]),
      tried: expect.arrayContaining([
        expect.objectContaining({ provider: "Apollo", answer: "failed", cause: "rate_limited" }),
      ]),
    });
  });

  it("G.1 narrows by a provider's last answer and by channel, and counts what each leaves", async () => {
    const ops = await aPerson("marketing_ops");
    const [channel, other] = [`fair ${randomUUID()}`, `ads ${randomUUID()}`];
    const later = await aLead(now, { channel });
    const failed = await aLead(now, { channel, phone: undefined });
    await aLead(now, { channel: other });
    await said(later, "Apollo", "failed", minutes(1));
    await said(later, "Apollo", "later", minutes(2));
    await said(failed, "Apollo", "no_match", minutes(1));
    await said(failed, "Apollo", "skipped", minutes(2));
    const of = async (rest: Partial<BoardFilter>) =>
      (await boardPage(ops, filter("enrichment", { channel, ...rest }))).ids;
    expect(new Set(await of({}))).toEqual(new Set([later, failed]));
    expect(await of({ answer: "later" })).toEqual([later]);
    expect(await of({ answer: "failed" })).toEqual([failed]);
    expect(await boardLeads(ops, filter("enrichment", { channel }))).toEqual(await of({}));

    const facets = await boardFacets(ops, filter("enrichment", { channel }));
    expect(facets.answers).toMatchObject({ later: 1, failed: 1 });
    expect(facets.missing["C1.5"]).toBe(1);
    expect(facets.channels).toContainEqual({ channel: other, count: 1 });
    const narrowed = await boardFacets(ops, filter("enrichment", { channel, answer: "later" }));
    expect(narrowed.missing["C1.5"]).toBeUndefined();
    expect(narrowed.answers).toMatchObject({ failed: 1 });
  });

  it("narrows to MQLs, to a missing field, and to what is searched for", async () => {
    const ops = await aPerson("marketing_ops");
    const id = await aLead(now, { company: "100% Ødegård_Frakt", phone: undefined });
    const found = async (rest: Partial<BoardFilter>) =>
      (await boardPage(ops, filter("enrichment", rest))).ids.includes(id);
    expect(await found({ search: "ødegård" })).toBe(true);
    expect(await found({ search: "100%" })).toBe(true);
    expect(await found({ search: "1__%" })).toBe(false);
    expect(await found({ missing: "C1.5" })).toBe(true);
    expect(await found({ missing: "C1.1" })).toBe(false);
    expect(await found({ mql: true })).toBe(false);
  });

  it("pages forth and back over every lead once, in one order", async () => {
    const ops = await aPerson("marketing_ops");
    const company = "Paging Partners";
    const ids = new Set<string>();
    for (let count = 0; count < 53; count += 1)
      ids.add(await aLead(minutes(count % 7), { company }));
    const search = { search: company };
    const first = await boardPage(ops, filter("enrichment", search));
    const second = await boardPage(ops, filter("enrichment", { ...search, cursor: first.next }));
    expect(first).toMatchObject({ total: 53, before: 0, previous: null });
    expect(second).toMatchObject({ total: 53, before: 50, next: null });
    expect(new Set([...first.ids, ...second.ids])).toEqual(ids);
    const back = await boardPage(ops, filter("enrichment", { ...search, cursor: second.previous }));
    expect(back.ids).toEqual(first.ids);

    const place = await boardPlace(ops, filter("enrichment", search), second.ids[0] ?? "", now);
    expect(place).toEqual({
      at: 51,
      of: 53,
      previousId: first.ids.at(-1),
      nextId: second.ids[1],
    });
  });

  it("C3.9 asks for a summary until one is written, first where a rep already has the draft", async () => {
    const { ops, id } = await routed();
    const ready = await aLead(now);
    await document(ops, ready, now);
    const page = await boardPage(ops, filter("summary"));
    expect(page.ids.indexOf(id)).toBeGreaterThanOrEqual(0);
    expect(page.ids.indexOf(id)).toBeLessThan(page.ids.indexOf(ready));
    const saved = await saveSummary(ops, { leadId: id, text: "Wants to move.", basedOn: 0 }, now);
    expect(saved).toMatchObject({ ok: true });
    expect((await boardPage(ops, filter("summary"))).ids).not.toContain(id);
    const place = await boardPlace(ops, filter("summary"), id, now);
    expect(place).toMatchObject({ at: null, nextId: expect.any(String) });
  });

  it("Q.6 shows what a rep missed until it is settled, once", async () => {
    const { ops, rep, id, handoffId } = await routed();
    await reportMissing(rep, { handoffId, fieldId: "C2.4" }, now);
    const [row] = await boardRows(ops, "flagged", [id], now);
    expect(row?.why).toMatchObject({ kind: "flagged", fields: ["C2.4"], by: rep.name });
    const dossier = await leadDossier(ops, id, now);
    const findingId = dossier?.findings[0]?.id ?? "";
    expect(await settleFinding(ops, { findingId }, now)).toEqual({ ok: true, value: undefined });
    expect(await settleFinding(ops, { findingId }, now)).toMatchObject({ ok: false });
    expect((await boardPage(ops, filter("flagged"))).ids).not.toContain(id);
  });

  it("Q.5 brings a rejected lead back with the reason, and it can be set aside from there", async () => {
    const { ops, rep, id, handoffId } = await routed();
    const words = "The number rings at a bakery.";
    await reject(rep, { handoffId, reason: "wrong_contact_data", fieldId: "C1.5", words }, now);
    const [row] = await boardRows(ops, "returned", [id], now);
    expect(row?.why).toMatchObject({ reason: "wrong_contact_data", field: "C1.5", words });
    expect(await setAside(ops, { leadId: id, reason: "A duplicate" }, now)).toMatchObject({
      ok: true,
    });
    const counts = await boardCounts(ops);
    expect((await boardPage(ops, filter("aside"))).ids).toContain(id);
    expect((await boardPage(ops, filter("returned"))).ids).not.toContain(id);
    await bringBack(ops, { leadId: id }, now);
    expect((await boardCounts(ops)).aside).toBe(counts.aside - 1);
  });

  it("is closed to reps and managers", async () => {
    for (const role of ["rep", "manager"] as const) {
      const viewer = await aPerson(role);
      await expect(boardCounts(viewer)).rejects.toThrow("document leads");
      await expect(boardPage(viewer, filter("enrichment"))).rejects.toThrow("document leads");
      await expect(leadDossier(viewer, crypto.randomUUID(), now)).rejects.toThrow("document leads");
    }
  });
});
