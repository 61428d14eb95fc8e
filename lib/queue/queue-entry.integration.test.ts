import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { aLead, document } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { attempt, decision, handoff } from "@/db/schema/handoff";
import { queueEntry } from "@/db/schema/queue-entry";
import { testDatabase } from "@/db/testing/database";
import { release } from "@/lib/gate/commands";
import { logAttempt } from "@/lib/handoff/commands";
import { reject } from "@/lib/handoff/decisions/commands";

const { db } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

/** What the entry of a lead must say, read from the rows that it is kept from. */
async function asItStands(leadId: string) {
  const rows = await db.execute(sql`
    select h.id as handoff_id, h.owner_id, d.accepted, d.at as decided_at, (
      select min(a.at) from attempt a where a.handoff_id = h.id and a.at >= h.routed_at) as tried_at
    from lead l join handoff h on h.id = l.handoff_id left join decision d on d.handoff_id = h.id
    where l.id = ${leadId}`);
  return [...rows];
}

async function entryOf(leadId: string) {
  const rows = await db.execute(sql`
    select handoff_id, owner_id, accepted, decided_at, tried_at from queue_entry
    where lead_id = ${leadId}`);
  return [...rows];
}

it("Q.1 keeps each lead's place in its queue, whatever is done with the lead", async () => {
  const rep = await aPerson("rep", { territory: ["NO"], territoryName: "Nordics" });
  const ops = await aPerson("marketing_ops");
  const leadId = await aLead(now);
  await document(ops, leadId, now);
  expect(await entryOf(leadId)).toEqual([]);
  expect(await release(ops, { leadId }, now)).toMatchObject({ ok: true });
  const [given] = await db.select().from(queueEntry).where(eq(queueEntry.leadId, leadId));
  expect(given).toMatchObject({ ownerId: rep.id, routedAt: now, triedAt: null, decidedAt: null });
  const { handoffId = "" } = given ?? {};
  const call = { handoffId, kind: "call", result: "no_answer" } as const;
  for (const at of [later(90), later(60)]) {
    await logAttempt(rep, call, at);
    expect(await entryOf(leadId)).toEqual(await asItStands(leadId));
  }
  await reject(rep, { handoffId, reason: "no_need" }, later(120));
  expect((await entryOf(leadId))[0]).toMatchObject({ accepted: false });
  expect(await entryOf(leadId)).toEqual(await asItStands(leadId));
});

it("Q.1 follows what is taken back, and a lead that is given to somebody else", async () => {
  const ops = await aPerson("marketing_ops");
  const other = await aPerson("rep");
  const leadId = await aLead(now);
  await document(ops, leadId, now);
  await release(ops, { leadId }, now);
  const [first] = await db.select().from(handoff).where(eq(handoff.leadId, leadId));
  if (!first) throw new Error("Not handed off.");
  const decided = { handoffId: first.id, personId: first.ownerId, accepted: true, at: later(60) };
  await db.insert(decision).values(decided);
  expect(await entryOf(leadId)).toEqual(await asItStands(leadId));
  const { warm: _, ...again } = first;
  const second = { ...again, id: crypto.randomUUID(), ownerId: other.id, routedAt: later(90) };
  await db.insert(handoff).values(second);
  await db.execute(sql`update lead set handoff_id = ${second.id} where id = ${leadId}`);
  expect(await entryOf(leadId)).toEqual(await asItStands(leadId));
  const tried = {
    handoffId: second.id,
    personId: other.id,
    kind: "call",
    result: "no_answer",
  } as const;
  // Logged for the moment before it was theirs: it is no answer to this routing.
  await db.insert(attempt).values({ ...tried, at: later(30) });
  expect((await entryOf(leadId))[0]).toMatchObject({ owner_id: other.id, tried_at: null });
});
