import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { handedOff } from "@/db/factories/handoffs";
import { aPerson } from "@/db/factories/people";
import { auditInterview, auditLine } from "@/db/schema/audit";
import { testDatabase } from "@/db/testing/database";
import { NotAllowed } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { DEFAULT_STANDARD } from "@/lib/standard/standard";
import { drawAudit, swapLead } from "../draw/commands";
import type { DrawInput } from "../draw/input";
import { isDrawnBySeed } from "../draw/queries";
import { fakeCases } from "../fakes/fakes";
import { checkedCategories } from "../fakes/queries";
import { agree, finish, judge } from "../judging/commands";
import type { JudgeInput } from "../judging/input";
import { judgedBy } from "../result/of-auditor";
import { windowCounts } from "../result/queries";
import { categoryResults } from "../result/result";
import { auditHeads, auditWithLines } from "./queries";
import { isDone } from "./view";

const { db } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const TERMS: DrawInput = {
  ...{ from: "2026-06-01", to: "2026-06-03", size: 3, strata: "none", seed: "k7" },
  auditors: 1,
};
const LEADS = 6;
const partial: Omit<JudgeInput, "lineId"> = {
  ...{ category: "contactBasics", verdict: "partial", fieldIds: ["C1.2"] },
  reason: "The title is of the job before.",
};

type Role = "rep" | "ops" | "manager" | "other";
let people: Record<Role, Viewer>;

async function drawn(input: Partial<DrawInput> = {}): Promise<string> {
  const outcome = await drawAudit(people.manager, { ...TERMS, ...input }, later(1));
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.id;
}
async function read(viewer: Viewer, id: string) {
  const audit = await auditWithLines(viewer, id);
  if (!audit) throw new Error("There is no such audit.");
  return audit;
}
async function judgeAll(viewer: Viewer, id: string) {
  for (const { id: lineId } of (await read(viewer, id)).lines) await agree(viewer, { lineId }, now);
}

describe("A.1, A.2 an audit from drawing to its result", { timeout: 60_000 }, () => {
  beforeAll(async () => {
    people = {
      rep: await aPerson("rep"),
      ops: await aPerson("marketing_ops"),
      manager: await aPerson("manager"),
      other: await aPerson("admin"),
    };
    await handedOff(people.ops, LEADS, now);
  });

  it("draws the same leads by the same seed, freezes them, and asks a rep", async () => {
    const leads = async (id: string) =>
      (await read(people.manager, id)).lines.map(({ leadId }) => leadId);
    const [one, same] = [await drawn(), await drawn()];
    expect(await leads(same)).toEqual(await leads(one));
    expect(new Set(await leads(one)).size).toBe(3);
    expect((await read(people.ops, one)).head).toMatchObject({
      ...{ population: LEADS, seed: "k7", seedTyped: true, swaps: 0, seats: [] },
    });
    const asked = await db.select().from(auditInterview).where(eq(auditInterview.auditId, one));
    expect(asked).toMatchObject([{ repId: people.rep.id, answer: null }]);
    // The application itself may not change or take out a drawn lead.
    await expect(db.update(auditLine).set({ place: 9 })).rejects.toThrow();
    await expect(db.delete(auditLine)).rejects.toThrow();
    const bySegment = await drawn({ strata: "segment", seed: "" });
    const { head } = await read(people.manager, bySegment);
    expect([head.seedTyped, head.seed.length]).toEqual([false, 10]);
    for (const strata of ["rep", "source"] as const) {
      expect(await isDrawnBySeed(people.manager, await drawn({ strata }))).toBe(true);
    }
  });

  it("swaps a lead for the next one by the seed, with its reason, and counts it", async () => {
    const id = await drawn();
    const before = (await read(people.manager, id)).lines;
    const lineId = before[1]?.id ?? "";
    const swap = { lineId, reason: "test", words: undefined } as const;
    expect(await swapLead(people.manager, swap, now)).toEqual({ ok: true, value: undefined });
    const { head, lines } = await read(people.manager, id);
    expect([head.swaps, lines.length]).toEqual([1, 3]);
    expect(lines[1]?.swaps).toMatchObject([{ reason: "test", out: before[1]?.name }]);
    expect(before.map(({ leadId }) => leadId)).not.toContain(lines[1]?.leadId);
    expect(await isDrawnBySeed(people.manager, id)).toBe(true);
    expect(await swapLead(people.manager, swap, now)).toMatchObject({ ok: false });
    for (let swaps = 0; swaps < 2; swaps += 1) {
      const line = (await read(people.manager, id)).lines[0];
      await swapLead(people.manager, { ...swap, lineId: line?.id ?? "" }, now);
    }
    const last = (await read(people.manager, id)).lines[0];
    expect(last?.swaps.map(({ out }) => out)).toEqual([before[0]?.name, expect.any(String)]);
    const none = await swapLead(people.manager, { ...swap, lineId: last?.id ?? "" }, now);
    expect(none).toMatchObject({ ok: false, reason: expect.stringContaining("Every lead") });
  });

  it("keeps two auditors blind until both have finished", async () => {
    const id = await drawn({ auditors: 2 });
    const { manager, other } = people;
    await judgeAll(manager, id);
    expect(await finish(manager, { auditId: id }, now)).toMatchObject({ ok: true });
    const hidden = await read(other, id);
    expect(hidden.lines.every(({ said }) => said.size === 0)).toBe(true);
    expect(isDone(hidden.head)).toBe(false);
    const [first] = hidden.lines;
    const lineId = first?.id ?? "";
    const late = await judge(manager, { ...partial, lineId }, now);
    expect(late).toMatchObject({ ok: false, reason: expect.stringContaining("finished") });
    expect(await finish(other, { auditId: id }, now)).toMatchObject({ ok: false });
    expect(await judge(other, { ...partial, lineId }, now)).toMatchObject({ ok: true });
    await judgeAll(other, id);
    expect(await finish(other, { auditId: id }, now)).toMatchObject({ ok: true });
    const shown = await read(other, id);
    expect(isDone(shown.head)).toBe(true);
    expect(shown.lines[0]?.said.get(manager.id)?.contactBasics?.verdict).toBe("complete");
    expect(shown.lines[0]?.said.get(other.id)?.contactBasics?.verdict).toBe("partial");
    const third = await aPerson("manager");
    expect(await agree(third, { lineId }, now)).toMatchObject({ ok: false });
  });

  it("tells fake completeness and the rates beside all handoffs of the window", async () => {
    const id = await drawn({ seed: "fakes" });
    const { manager } = people;
    const [first] = (await read(manager, id)).lines;
    const lineId = first?.id ?? "";
    const unsaid = await judge(manager, { ...partial, lineId, reason: "" }, now);
    expect(unsaid).toMatchObject({ ok: false, field: "reason" });
    const which = await judge(manager, { ...partial, lineId, fieldIds: [] }, now);
    expect(which).toMatchObject({ ok: false, field: "fieldIds" });
    await judge(manager, { ...partial, lineId }, now);
    await judgeAll(manager, id);
    const ofThis = async () =>
      (await checkedCategories(manager)).filter(({ auditId }) => auditId === id);
    expect(await ofThis()).toEqual([]);
    await finish(manager, { auditId: id }, now);
    const cases = fakeCases(await ofThis());
    expect(cases).toMatchObject([{ place: 1, judgement: { reason: partial.reason } }]);
    const { head, lines } = await read(manager, id);
    const [contact] = categoryResults(
      judgedBy(lines, manager.id),
      await windowCounts(manager, head),
      DEFAULT_STANDARD,
    );
    expect(contact).toMatchObject({
      counts: { complete: 2, partial: 1, absent: 0 },
      machine: { complete: 3, of: 3 },
      window: { complete: LEADS, of: LEADS },
    });
    const swap = { lineId, reason: "test", words: undefined } as const;
    expect(await swapLead(manager, swap, now)).toMatchObject({ ok: false });
  });

  it("refuses days without leads, and samples that are too large", async () => {
    const draw = (input: Partial<DrawInput>) =>
      drawAudit(people.manager, { ...TERMS, ...input }, later(1));
    expect(await draw({ size: LEADS + 1 })).toMatchObject({ ok: false, field: "size" });
    // Whoever draws on the day of the first handoff: the days before are proposed, and have none.
    expect(await draw({ from: "2026-05-01", to: "2026-05-02" })).toMatchObject({
      ...{ ok: false, field: "to", reason: expect.stringContaining("today can be the last") },
    });
    expect(await draw({ from: "2026-07-01", to: "2026-07-02" })).toMatchObject({ ok: false });
  });

  it("is for managers and admins; marketing ops reads, a rep does neither", async () => {
    const { rep, ops } = people;
    const lineId = crypto.randomUUID();
    for (const viewer of [rep, ops]) {
      await expect(drawAudit(viewer, TERMS, now)).rejects.toThrow(NotAllowed);
      await expect(agree(viewer, { lineId }, now)).rejects.toThrow(NotAllowed);
      await expect(judge(viewer, { ...partial, lineId }, now)).rejects.toThrow(NotAllowed);
      await expect(finish(viewer, { auditId: lineId }, now)).rejects.toThrow(NotAllowed);
      const swap = { lineId, reason: "test", words: undefined } as const;
      await expect(swapLead(viewer, swap, now)).rejects.toThrow(NotAllowed);
    }
    expect(await auditHeads(ops)).not.toHaveLength(0);
    await expect(auditHeads(rep)).rejects.toThrow(NotAllowed);
    await expect(checkedCategories(rep)).rejects.toThrow(NotAllowed);
    expect(await auditWithLines(ops, "not-an-id")).toBeNull();
    const [{ count } = { count: 0 }] = await db.execute<{ count: number }>(
      sql`select count(*)::int as count from history where subject = 'audit' and verb = 'drew'`,
    );
    expect(count).toBeGreaterThan(4);
  });
});
