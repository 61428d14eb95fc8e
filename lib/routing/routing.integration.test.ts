import { asc, eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { aLead, document } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { decision, handoff } from "@/db/schema/handoff";
import { history } from "@/db/schema/history";
import { person } from "@/db/schema/person";
import { fallbackRouting, routingCredit } from "@/db/schema/routing";
import { testDatabase } from "@/db/testing/database";
import { NotAllowed } from "@/lib/access/permissions";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { release } from "@/lib/gate/commands";
import { rerouteLead, settleFallback } from "@/lib/gate/rerouting/commands";
import { accept } from "@/lib/handoff/decisions/commands";
import { fallbackList, openFallbacks } from "./fallbacks/queries";
import { routingInForce } from "./queries";
import { DEFAULT_ROUTING } from "./rule-book";
import { setMember } from "./team/commands";
import { tryRouting } from "./trial/queries";
import { saveRouting } from "./versions/commands";

const { db, transaction } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const job = systemActor("job", "SLA");

let ops: Viewer;
let admin: Viewer;
let manager: Viewer;

/** Whoever came with another test gets no leads in this one. */
beforeEach(async () => {
  await db.update(person).set({ active: false });
  ops = await aPerson("marketing_ops");
  admin = await aPerson("admin");
  manager = await aPerson("manager");
});

async function documented(): Promise<string> {
  const id = await aLead(now);
  await document(ops, id, now);
  return id;
}
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const released = async (id: string) => release(ops, { leadId: id }, now);
const handoffsOf = (leadId: string) =>
  db.select().from(handoff).where(eq(handoff.leadId, leadId)).orderBy(asc(handoff.routedAt));
async function sharesOf(reps: Viewer[]): Promise<number[]> {
  return Promise.all(reps.map(({ id }) => db.$count(handoff, eq(handoff.ownerId, id))));
}

describe("C5.2 leads routed at the same instant", () => {
  it("take turns by weight all the same, and credits sum to nothing", async () => {
    const reps = [
      await aPerson("rep", { routingWeight: 2 }),
      await aPerson("rep"),
      await aPerson("rep"),
    ];
    const ids = await Promise.all(Array.from({ length: 8 }, documented));
    const outcomes = await Promise.all(ids.map(released));
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(await sharesOf(reps)).toEqual([4, 2, 2]);
    const [{ sum } = { sum: null }] = await db
      .select({ sum: sql<string>`sum(${routingCredit.credit})` })
      .from(routingCredit);
    expect(Number(sum)).toBe(0);
  });

  it("never give a rep more than their cap: the rest goes to the fallback, with a finding", async () => {
    const capped = await aPerson("rep", { leadCap: 3, territory: ["NO"] });
    const fallback = await aPerson("rep", { leadCap: 0 });
    const settings = { ...DEFAULT_ROUTING, fallbackId: fallback.id };
    const { version: basedOn } = await routingInForce();
    await saveRouting(admin, { settings, basedOn, reason: "A fallback" }, now);
    const ids = await Promise.all(Array.from({ length: 5 }, documented));
    await Promise.all(ids.map(released));
    expect(await sharesOf([capped, fallback])).toEqual([3, 2]);
    expect(await openFallbacks(manager)).toBe(2);
    const [first] = await fallbackList(ops);
    expect(first).toMatchObject({ owner: fallback.name });
    expect(first?.path.join()).toContain("has 3 open leads, as many as allowed");
  });
});

describe("a lead that was routed by fallback", () => {
  it("is routed again once somebody can take it, or stays, and is settled once", async () => {
    const [again, stays] = await fallbackList(manager);
    if (!again || !stays) throw new Error("Nothing was routed by fallback.");
    const settle = (id: string, how: "again" | "stays") =>
      settleFallback(ops, { fallbackId: id, how }, new Date(now.getTime() + 60_000));
    expect(await settle(again.id, "again")).toMatchObject({ ok: false });
    const rep = await aPerson("rep");
    expect(await settle(again.id, "again")).toEqual({ ok: true, value: { owner: rep.name } });
    expect(await settle(again.id, "again")).toMatchObject({ ok: false });
    expect(await handoffsOf(again.leadId)).toHaveLength(2);
    expect(await settle(stays.id, "stays")).toMatchObject({ ok: true });
    expect(await db.$count(fallbackRouting)).toBe(2);
    expect(await openFallbacks(ops)).toBe(0);
  });
});

describe("a lead that is taken from its owner", () => {
  it("goes to another, keeps the first handoff, and stays where nobody else can take it", async () => {
    const [one, other] = [await aPerson("rep", { territory: ["NO"] }), await aPerson("rep")];
    const settings = { ...DEFAULT_ROUTING, fallbackId: other.id };
    const { version: basedOn } = await routingInForce();
    await saveRouting(admin, { settings, basedOn, reason: "Another fallback" }, now);
    const id = await documented();
    await released(id);
    const later = new Date(now.getTime() + 300_000);
    const reroute = (notTo: string[]) =>
      transaction((tx) =>
        rerouteLead(tx, job, id, { notTo, because: "Not answered in 5 minutes." }, later),
      );
    expect(await reroute([one.id])).toMatchObject({ ok: true });
    const handoffs = await handoffsOf(id);
    expect(handoffs.map(({ ownerId }) => ownerId)).toEqual([one.id, other.id]);
    expect(handoffs[1]?.snapshot.routingPath[0]).toBe("Not answered in 5 minutes.");
    expect(await reroute([one.id, other.id])).toEqual({
      ok: false,
      reason: "Nobody else can take it.",
    });
    expect(await handoffsOf(id)).toHaveLength(2);
  });
});

describe("writing the rules", () => {
  const off = {
    ...DEFAULT_ROUTING,
    rules: DEFAULT_ROUTING.rules.map((rule) => ({ ...rule, on: rule.id !== "territory" })),
  };

  it("keeps every version with its history, and nothing of somebody else is undone", async () => {
    const { version: basedOn } = await routingInForce();
    const saved = await saveRouting(admin, { settings: off, basedOn, reason: "A trial" }, now);
    expect(saved).toEqual({ ok: true, value: { version: basedOn + 1 } });
    const late = { ...off, segments: [], rules: off.rules.toReversed() };
    const answer = await saveRouting(admin, { settings: late, basedOn, reason: "Mine" }, now);
    expect(answer).toMatchObject({ ok: false });
    const [entry] = await db.select().from(history).where(eq(history.actorId, admin.id));
    expect(entry?.after).toMatchObject({ version: basedOn + 1, reason: "A trial" });
    const gone = { ...late, fallbackId: "00000000-0000-4000-8000-000000000000" };
    expect(
      await saveRouting(admin, { settings: gone, basedOn: basedOn + 1, reason: "x" }, now),
    ).toMatchObject({ ok: false, field: "fallbackId" });
  });

  it("puts nothing in force that it refused", async () => {
    const { version, settings } = await routingInForce();
    const late = { ...settings, rules: settings.rules.map((rule) => ({ ...rule, on: !rule.on })) };
    const unknown = { settings: late, basedOn: version + 7, reason: "Mine" };
    expect(await saveRouting(admin, unknown, now)).toMatchObject({ ok: false });
    expect(await routingInForce()).toEqual({ version, settings });
  });

  it("tries them on past leads without changing anything", async () => {
    const rep = await aPerson("rep", { territory: ["NO"], territoryName: "Nordics" });
    const before = await db.$count(handoff);
    const trial = await tryRouting(admin, DEFAULT_ROUTING, now);
    expect(trial).toMatchObject({ leads: before, moved: before });
    expect(trial.people.find(({ name }) => name === rep.name)?.after).toBe(before);
    expect(trial.first[0]).toMatchObject({ after: rep.name, reason: "Nordics" });
    expect(await db.$count(handoff)).toBe(before);
  });

  it("counts caps against what was open then, until it was decided on", async () => {
    const rep = await aPerson("rep", { leadCap: 1, territory: ["NO"] });
    const { id: fallbackId } = await aPerson("rep", { leadCap: 0 });
    const afterOf = async () => {
      const { people } = await tryRouting(admin, { ...DEFAULT_ROUTING, fallbackId }, now);
      return people.find(({ name }) => name === rep.name)?.after ?? 0;
    };
    const all = await db.select({ id: handoff.id, ownerId: handoff.ownerId }).from(handoff);
    const decided = { accepted: true, at: minutes(10) };
    await db
      .insert(decision)
      .values(all.map(({ id, ownerId }) => ({ handoffId: id, personId: ownerId, ...decided })))
      .onConflictDoNothing();
    // One of them was taken away again after five minutes, which may have made room for the next.
    const before = await afterOf();
    expect([1, 2]).toContain(before);
    const given = await documented();
    expect(await release(ops, { leadId: given }, minutes(20))).toMatchObject({ ok: true });
    const [row] = await handoffsOf(given);
    const next = await documented();
    const owner = { id: rep.id };
    await db.update(person).set({ leadCap: 2 }).where(eq(person.id, owner.id));
    expect(await release(ops, { leadId: next }, minutes(40))).toMatchObject({ ok: true });
    await db.update(person).set({ leadCap: 1 }).where(eq(person.id, owner.id));
    expect(await afterOf()).toBe(before + 1);
    expect(await accept(rep, { handoffId: row?.id ?? "" }, minutes(30))).toEqual({ ok: true });
    expect(await afterOf()).toBe(before + 2);
  });

  it("is for admins; those who may look, look", async () => {
    const { version: basedOn } = await routingInForce();
    const save = saveRouting(manager, { settings: off, basedOn, reason: "Mine" }, now);
    await expect(save).rejects.toThrow(NotAllowed);
    const rep = await aPerson("rep");
    await expect(tryRouting(rep, off, now)).rejects.toThrow(NotAllowed);
    await expect(fallbackList(rep)).rejects.toThrow(NotAllowed);
    await expect(settleFallback(rep, { fallbackId: rep.id, how: "stays" }, now)).rejects.toThrow(
      NotAllowed,
    );
    const member = {
      ...{ personId: rep.id, territoryName: "", territory: ["NO"], languages: [], products: [] },
      ...{ segments: [], leadCap: 5, weight: 3 },
    };
    await expect(setMember(manager, member, now)).rejects.toThrow(NotAllowed);
    expect(await setMember(admin, member, now)).toMatchObject({ ok: true });
    expect(await setMember(admin, { ...member, personId: manager.id }, now)).toMatchObject({
      ok: false,
    });
  });
});
