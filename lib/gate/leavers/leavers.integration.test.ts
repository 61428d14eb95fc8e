import { beforeEach, describe, expect, it } from "vitest";
import { aLead, document } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { person } from "@/db/schema/person";
import { testDatabase } from "@/db/testing/database";
import { setPerson } from "@/lib/access/commands";
import { NotAllowed } from "@/lib/access/permissions";
import type { Viewer } from "@/lib/access/viewer";
import { logAttempt } from "@/lib/handoff/commands";
import { accept, reject } from "@/lib/handoff/decisions/commands";
import { handoffOfLead } from "@/lib/handoff/queries";
import { release } from "../commands";
import { moveOpenLeads } from "./commands";
import { leaversWithLeads } from "./queries";

const { db } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

let ops: Viewer;
let admin: Viewer;
let manager: Viewer;
let rep: Viewer;

beforeEach(async () => {
  await db.update(person).set({ active: false });
  ops = await aPerson("marketing_ops");
  admin = await aPerson("admin");
  manager = await aPerson("manager");
  rep = await aPerson("rep");
});

async function given(): Promise<{ leadId: string; handoffId: string }> {
  const leadId = await aLead(now);
  await document(ops, leadId, now);
  expect(await release(ops, { leadId }, now)).toMatchObject({ ok: true });
  return { leadId, handoffId: (await handoffOfLead(manager, leadId))?.id ?? "" };
}
const ownerOf = async (leadId: string) =>
  (await handoffOfLead(manager, leadId))?.snapshot.owner.name;
const leaves = (who: Viewer) =>
  setPerson(admin, { personId: who.id, role: "rep", active: false }, later(5));

describe("the leads of somebody who has no access any more", () => {
  it("are counted when it is taken away, and moved, tried or not; what was accepted stays", async () => {
    const untried = await given();
    const tried = await given();
    const accepted = await given();
    await logAttempt(rep, { ...tried, kind: "call", result: "no_answer" }, later(2));
    await accept(rep, accepted, later(3));
    expect(await leaves(rep)).toEqual({ ok: true, value: { openLeads: 2 } });
    expect(await leaversWithLeads(manager)).toEqual([
      { personId: rep.id, name: rep.name, leads: 2 },
    ]);
    const moving = { personId: rep.id };
    expect(await moveOpenLeads(manager, moving, later(6))).toMatchObject({
      ...{ ok: false, reason: "None was moved. Nobody else can take it." },
    });
    const next = await aPerson("rep");
    expect(await moveOpenLeads(manager, moving, later(7))).toEqual({
      ...{ ok: true, value: { moved: 2, left: 0 } },
    });
    expect(await ownerOf(untried.leadId)).toBe(next.name);
    const view = await handoffOfLead(next, tried.leadId);
    expect(view?.snapshot.routingPath[0]).toBe(`${rep.name} has no access any more.`);
    expect(await ownerOf(accepted.leadId)).toBe(rep.name);
    expect((await handoffOfLead(rep, tried.leadId))?.attempts).toHaveLength(1);
    expect(await leaversWithLeads(manager)).toEqual([]);
  });

  it("are moved from a rep who became a manager, of whom it does not say that they have no access", async () => {
    const { leadId } = await given();
    const next = await aPerson("rep");
    await setPerson(admin, { personId: rep.id, role: "manager", active: true }, later(5));
    expect(await moveOpenLeads(ops, { personId: rep.id }, later(6))).toMatchObject({ ok: true });
    const view = await handoffOfLead(next, leadId);
    expect(view?.snapshot.routingPath[0]).toBe(`${rep.name} is no rep any more.`);
  });

  it("are moved one by one as well, and nobody else's are", async () => {
    const { leadId } = await given();
    const next = await aPerson("rep");
    expect(await release(ops, { leadId }, later(4))).toMatchObject({ ok: false });
    expect(await moveOpenLeads(ops, { personId: rep.id }, later(4))).toMatchObject({ ok: false });
    await leaves(rep);
    expect(await release(ops, { leadId }, later(6))).toMatchObject({ ok: true });
    expect(await ownerOf(leadId)).toBe(next.name);
    await expect(moveOpenLeads(next, { personId: rep.id }, later(7))).rejects.toThrow(NotAllowed);
  });
});

describe("a lead that was sent back", () => {
  it("goes to another rep while one can take it, and else to the same again", async () => {
    const other = await aPerson("rep");
    const { leadId } = await given();
    const one = (await ownerOf(leadId)) === rep.name ? rep : other;
    const two = one === rep ? other : rep;
    let handoffId = (await handoffOfLead(manager, leadId))?.id ?? "";
    for (const [who, next, at] of [
      [one, two, 1],
      [two, one, 2],
      [one, two, 3],
    ] as const) {
      await reject(who, { handoffId, reason: "no_need" }, later(at));
      await release(ops, { leadId }, later(at + 0.5));
      const view = await handoffOfLead(manager, leadId);
      expect(view?.snapshot.owner.name).toBe(next.name);
      expect(view?.snapshot.routingPath[0]).toBe(`${who.name} sent it back.`);
      handoffId = view?.id ?? "";
    }
    await reject(two, { handoffId, reason: "no_need" }, later(4));
    await leaves(one);
    expect(await release(ops, { leadId }, later(6))).toMatchObject({ ok: true });
    expect(await ownerOf(leadId)).toBe(two.name);
  });
});
