import { and, eq, inArray } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aLead, document, evaluate } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { handoff } from "@/db/schema/handoff";
import { history } from "@/db/schema/history";
import { lead } from "@/db/schema/lead";
import { testDatabase } from "@/db/testing/database";
import { NotAllowed } from "@/lib/access/permissions";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { judgeByModel } from "@/lib/gate/by-model/commands";
import { fillField } from "@/lib/gate/filling/commands";
import { icpPreview, leadGroups } from "../icp/groups/queries";
import { tierMoves } from "../icp/tier-moves";
import type { IcpInput } from "../model/model-input";
import { modelInForce } from "../queries";
import { saveIcp } from "./commands";
import { modelVersions } from "./queries";

const { db } = testDatabase();
const job = systemActor("job", "Scoring model");
const now = new Date("2026-06-03T10:00:00Z");
const later = new Date("2026-06-03T11:00:00Z");

async function icpInForce(): Promise<IcpInput & { version: number }> {
  const { criteria, tiers, version } = await modelInForce();
  return { criteria: [...criteria] as IcpInput["criteria"], tiers, version };
}

/** The ICP in force with every criterion but size gone, so that tiers move. */
async function sizeOnly(atLeast: number): Promise<{ icp: IcpInput; basedOn: number }> {
  const { version } = await icpInForce();
  const size = { id: "size", label: `${atLeast} employees or more`, missedLabel: "Too small" };
  const asked = { fact: "employees" as const, atLeast, atMost: 1_000_000 };
  const criteria = [{ ...size, ...asked, points: 100, penalty: 0 }];
  return { icp: { criteria, tiers: { one: 80, two: 50 } }, basedOn: version };
}

async function judgeAll(version: number): Promise<void> {
  let afterId: string | undefined;
  for (;;) {
    const last = await judgeByModel(job, { version, afterId }, later);
    if (last === null) return;
    afterId = last;
  }
}

async function leadOf(ops: Viewer, employees: string, industry: string): Promise<string> {
  const id = await aLead(now);
  await fillField(ops, { leadId: id, fieldId: "C2.1", value: employees }, now);
  await fillField(ops, { leadId: id, fieldId: "C2.3", value: industry }, now);
  return id;
}

const tiersOf = async (ids: string[]) => {
  const rows = await db
    .select({ id: lead.id, tier: lead.tier })
    .from(lead)
    .where(inArray(lead.id, ids));
  return new Map(rows.map(({ id, tier }) => [id, tier]));
};

describe("C2.6 C2.7 the ICP is data that an admin edits", () => {
  it("tells how many leads move tier, and exactly those move when it is saved", async () => {
    const [ops, admin] = [await aPerson("marketing_ops"), await aPerson("admin")];
    await aPerson("rep", { territory: ["NO"], territoryName: "Nordics" });
    const handedOff = await aLead(now);
    await document(ops, handedOff, now);
    await evaluate(handedOff, now);
    const [given] = await db.select().from(handoff).where(eq(handoff.leadId, handedOff));
    const ids = [
      await leadOf(ops, "1200", "Logistics, cold chain"),
      await leadOf(ops, "1500", "Logistics, cold chain"),
      await leadOf(ops, "51-200", "Retail, grocery"),
      await leadOf(ops, "12", "Arts, crafts"),
      await aLead(now),
    ];
    const before = await tiersOf(ids);
    const { icp, basedOn } = await sizeOnly(1_400);
    const { groups } = await leadGroups(admin, now);
    const preview = tierMoves(groups, icp, await modelInForce(), 50);

    const saved = await saveIcp(admin, { icp, basedOn, reason: "Only the large ones" }, later);
    expect(saved).toEqual({ ok: true, value: { version: basedOn + 1 } });
    await judgeAll(basedOn + 1);

    const after = await tiersOf(ids);
    const recounted = new Map<string, number>();
    for (const id of ids) {
      const move = `${before.get(id)} ${after.get(id)}`;
      recounted.set(move, (recounted.get(move) ?? 0) + 1);
    }
    const counted = new Map(preview.moves.map(({ from, to, count }) => [`${from} ${to}`, count]));
    expect(counted).toEqual(recounted);
    expect(preview.leads).toBe(ids.length);
    const moved = ids.filter((id) => before.get(id) !== after.get(id));
    expect(moved.length).toBeGreaterThan(0);
    expect(preview.moving).toBe(moved.length);
    expect(preview.first.map(({ id }) => id).toSorted()).toEqual(moved.toSorted());
    expect(preview.handedOff).toBe(1);

    const [still] = await db.select().from(handoff).where(eq(handoff.leadId, handedOff));
    expect(still).toEqual(given);
    expect(after.get(ids[1] ?? "")).toBe(1);
  });

  it("keeps every version with who, when and why, and the change in history", async () => {
    const admin = await aPerson("admin");
    const { icp, basedOn } = await sizeOnly(300);
    await saveIcp(admin, { icp, basedOn, reason: "Smaller ones too" }, later);
    const versions = await modelVersions(admin);
    expect(versions[0]).toMatchObject({ reason: "Smaller ones too", savedBy: admin.name });
    expect(versions[0]?.model.version).toBe(basedOn + 1);
    expect(versions.at(-1)).toMatchObject({ model: { version: 1 }, savedAt: null });
    const rows = await db
      .select()
      .from(history)
      .where(and(eq(history.subject, "scoring model"), eq(history.subjectId, `${basedOn + 1}`)));
    expect(rows).toMatchObject([{ verb: "changed the ICP", actorId: admin.id }]);
  });

  it("lets nobody overwrite what somebody saved meanwhile, and saves no empty change", async () => {
    const admin = await aPerson("admin");
    const { icp, basedOn } = await sizeOnly(700);
    const first = { icp, basedOn, reason: "One" };
    const both = await Promise.all([
      saveIcp(admin, first, later),
      saveIcp(admin, { ...first, reason: "Two" }, later),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await saveIcp(admin, first, later)).toMatchObject({ ok: false });
    const again = { icp, basedOn: basedOn + 1, reason: "The same" };
    expect(await saveIcp(admin, again, later)).toMatchObject({
      ok: false,
      reason: "Nothing has changed.",
    });
  });

  it("is set by admins, read by those who work on leads, and not by reps", async () => {
    const { icp, basedOn } = await sizeOnly(900);
    for (const role of ["rep", "marketing_ops", "manager"] as const) {
      const viewer = await aPerson(role);
      const attempt = saveIcp(viewer, { icp, basedOn, reason: "Mine" }, later);
      await expect(attempt).rejects.toThrow(NotAllowed);
    }
    const rep = await aPerson("rep");
    await expect(icpPreview(rep, icp, now)).rejects.toThrow(NotAllowed);
    await expect(modelVersions(rep)).rejects.toThrow(NotAllowed);
    const manager = await aPerson("manager");
    expect((await modelVersions(manager)).length).toBeGreaterThan(0);
  });
});
