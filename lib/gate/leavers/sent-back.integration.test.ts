import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { aLead, document, evaluate } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { theLadderSince } from "@/db/factories/sla";
import { handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { person } from "@/db/schema/person";
import { testDatabase } from "@/db/testing/database";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { reject } from "@/lib/handoff/decisions/commands";
import { escalate } from "@/lib/sla/escalation/commands";
import { bringBack, setAside } from "../aside/commands";
import { release } from "../commands";

const { db } = testDatabase();
const now = new Date("2026-06-05T10:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

let ops: Viewer;
let first: Viewer;

beforeEach(async () => {
  await theLadderSince(new Date("2026-06-01T00:00:00Z"));
  await db.update(person).set({ active: false });
  ops = await aPerson("marketing_ops");
  // Theirs by the rules, whoever else is free.
  first = await aPerson("rep", { territory: ["NO"] });
});

async function current(leadId: string) {
  const [row] = await db
    .select({ handoffId: handoff.id, ownerId: handoff.ownerId, snapshot: handoff.snapshot })
    .from(lead)
    .innerJoin(handoff, eq(handoff.id, lead.handoffId))
    .where(eq(lead.id, leadId));
  if (!row) throw new Error("Nobody has had it.");
  return row;
}
async function givenToFirst(): Promise<string> {
  const leadId = await aLead(now);
  await evaluate(leadId, now);
  await document(ops, leadId, now);
  expect((await current(leadId)).ownerId).toBe(first.id);
  return leadId;
}
async function sentBackBy(rep: Viewer, leadId: string, minutes: number) {
  const { handoffId } = await current(leadId);
  const outcome = await reject(rep, { handoffId, reason: "no_need" }, later(minutes));
  expect(outcome).toMatchObject({ ok: true });
}

describe("Q.5 whoever sent a lead back, while another rep is free", { timeout: 60_000 }, () => {
  it("does not get it from the ladder, when the next one misses it", async () => {
    const leadId = await givenToFirst();
    const second = await aPerson("rep");
    await sentBackBy(first, leadId, 1);
    await release(ops, { leadId }, later(2));
    const next = await current(leadId);
    expect(next.ownerId).toBe(second.id);
    const third = await aPerson("rep");
    await escalate(systemActor("job", "SLA"), next.handoffId, later(60));
    expect((await current(leadId)).ownerId).toBe(third.id);
  });

  it("does not get it when the next one sends it back as well", async () => {
    const leadId = await givenToFirst();
    const second = await aPerson("rep");
    await sentBackBy(first, leadId, 1);
    await release(ops, { leadId }, later(2));
    const third = await aPerson("rep");
    await sentBackBy(second, leadId, 3);
    await release(ops, { leadId }, later(4));
    expect((await current(leadId)).ownerId).toBe(third.id);
  });

  it("does not get it when it was set aside and brought back", async () => {
    const leadId = await givenToFirst();
    const second = await aPerson("rep");
    await sentBackBy(first, leadId, 1);
    expect(await setAside(ops, { leadId, reason: "Test" }, later(2))).toMatchObject({ ok: true });
    expect(await bringBack(ops, { leadId }, later(3))).toMatchObject({ ok: true });
    const next = await current(leadId);
    expect(next.ownerId).toBe(second.id);
    expect(next.snapshot.routingPath[0]).toBe(`${first.name} sent it back.`);
  });
});

describe("Q.5 whoever sent a lead back, where nobody else is free", { timeout: 60_000 }, () => {
  it("gets it again when it was brought back", async () => {
    const leadId = await givenToFirst();
    const { handoffId } = await current(leadId);
    await sentBackBy(first, leadId, 1);
    await setAside(ops, { leadId, reason: "Test" }, later(2));
    await bringBack(ops, { leadId }, later(3));
    const again = await current(leadId);
    expect(again.handoffId).not.toBe(handoffId);
    expect(again.ownerId).toBe(first.id);
    expect(again.snapshot.routingReason).toContain("you sent it back, and nobody else can take it");
  });

  it("does not get it while another has access, though nobody can take anything", async () => {
    const leadId = await givenToFirst();
    await sentBackBy(first, leadId, 1);
    const second = await aPerson("rep", { leadCap: 0 });
    await db.update(person).set({ leadCap: 0 }).where(eq(person.id, first.id));
    await release(ops, { leadId }, later(2));
    const next = await current(leadId);
    expect(next.ownerId).toBe(second.id);
    expect(next.snapshot.routingPath[0]).toBe(
      `${first.name} sent it back, and nobody else can take it.`,
    );
  });

  it("does not get it either when the next one sends it back as well", async () => {
    const leadId = await givenToFirst();
    await sentBackBy(first, leadId, 1);
    const second = await aPerson("rep", { leadCap: 0 });
    await db.update(person).set({ leadCap: 0 }).where(eq(person.id, first.id));
    await release(ops, { leadId }, later(2));
    await sentBackBy(second, leadId, 3);
    const third = await aPerson("rep", { leadCap: 0 });
    await release(ops, { leadId }, later(4));
    expect((await current(leadId)).ownerId).toBe(third.id);
    await sentBackBy(third, leadId, 5);
    await release(ops, { leadId }, later(6));
    expect((await current(leadId)).ownerId).not.toBe(third.id);
  });
});
