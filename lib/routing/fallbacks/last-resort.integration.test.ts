import { desc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { aLead, document, evaluate } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { theLadderSince } from "@/db/factories/sla";
import { handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { notice } from "@/db/schema/notice";
import { person } from "@/db/schema/person";
import { testDatabase } from "@/db/testing/database";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { settleFallback } from "@/lib/gate/rerouting/commands";
import { waitingForRep } from "@/lib/gate/waiting/queries";
import { sweep } from "@/lib/sla/escalation/commands";
import { noteAbsence } from "@/lib/sla/hours/commands";
import { routingInForce } from "../queries";
import { DEFAULT_ROUTING } from "../rule-book";
import { saveRouting } from "../versions/commands";
import { fallbackList } from "./queries";

const { db } = testDatabase();
const SLA = systemActor("job", "SLA");
/** A Wednesday. */
const now = new Date("2026-06-03T10:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const tomorrow = new Date("2026-06-04T00:00:00Z");

let admin: Viewer;
let ops: Viewer;

beforeEach(async () => {
  await theLadderSince(new Date("2026-06-01T00:00:00Z"));
  await db.update(person).set({ active: false });
  await db.update(lead).set({ status: "accepted" }).where(eq(lead.status, "routed"));
  admin = await aPerson("admin");
  ops = await aPerson("marketing_ops");
});

/** An MQL of whom everything is known. */
async function mql(at = now): Promise<string> {
  const leadId = await aLead(at);
  await evaluate(leadId, at);
  await document(ops, leadId, at);
  return leadId;
}
async function current(leadId: string) {
  const [row] = await db
    .select()
    .from(handoff)
    .where(eq(handoff.leadId, leadId))
    .orderBy(desc(handoff.routedAt))
    .limit(1);
  if (!row) throw new Error("Nobody has it.");
  return row;
}
const awayToday = (rep: Viewer) =>
  noteAbsence(rep, { personId: rep.id, first: "2026-06-03", last: "2026-06-03", words: "" }, now);
const full = (createdAt = now) => aPerson("rep", { leadCap: 0, createdAt });
const capOf = ({ id }: Viewer, leadCap: number) =>
  db.update(person).set({ leadCap }).where(eq(person.id, id));
const toldOf = async (handoffId: string) => {
  const rows = await db.select().from(notice).where(eq(notice.handoffId, handoffId));
  return rows.map(({ kind }) => kind);
};

describe("C5.2 a lead that nobody can take, while no fallback is named", {
  timeout: 60_000,
}, () => {
  it("has an owner all the same, with a finding, and its clock runs by the owner's hours", async () => {
    const first = await aPerson("rep", { createdAt: new Date("2026-01-01T00:00:00Z") });
    await full();
    await awayToday(first);
    const leadId = await mql();
    expect(await waitingForRep(ops, later(5))).toBe(0);
    const { id, ownerId, snapshot } = await current(leadId);
    expect(ownerId).toBe(first.id);
    expect(snapshot.routingReason).toMatch(/^Yours: nobody can take it now, no fallback is named/);
    expect(snapshot.routingPath.at(-1)).toMatch(
      /, who is away until Thursday, stands in and gets it/,
    );
    const [found] = await fallbackList(ops);
    expect(found).toMatchObject({ leadId, owner: first.name, nowWith: null });
    await sweep(SLA, later(60));
    expect(await toldOf(id)).toEqual(["new_lead"]);
    await sweep(SLA, new Date(tomorrow.getTime() + 4 * 60_000));
    expect(await toldOf(id)).toEqual(["new_lead", "warning"]);
  });

  it("goes on to the first who can take it, while its owner is away", async () => {
    const first = await aPerson("rep", { createdAt: new Date("2026-01-01T00:00:00Z") });
    const other = await full();
    await awayToday(first);
    const newer: string[] = [];
    for (const minutes of [0.8, 0.6]) newer.push(await mql(later(minutes)));
    const leadId = await mql();
    for (const minutes of [0.4, 0.2]) newer.push(await mql(later(minutes)));
    expect(await sweep(SLA, later(1))).toBe(0);
    await capOf(other, 1);
    // One place: it is for the lead that waits the longest.
    expect(await sweep(SLA, later(2))).toBe(1);
    for (const id of newer) expect((await current(id)).ownerId).toBe(first.id);
    const { ownerId, snapshot } = await current(leadId);
    expect(ownerId).toBe(other.id);
    expect(snapshot.routingPath[0]).toBe(`${first.name} is away until Thursday.`);
    expect(await sweep(SLA, later(3))).toBe(0);
    expect((await current(leadId)).ownerId).toBe(other.id);
    const found = (await fallbackList(ops)).find((one) => one.leadId === leadId);
    expect(found).toMatchObject({ owner: first.name, nowWith: other.name });
    const settling = { fallbackId: found?.id ?? "", how: "stays" } as const;
    expect(await settleFallback(ops, settling, later(4))).toEqual({
      ...{ ok: true, value: { owner: other.name } },
    });
  });

  it("goes on from whoever got it over their cap, to the first who has room, unless it is to stay", async () => {
    const only = await full(new Date("2026-01-01T00:00:00Z"));
    const [leadId, stays] = [await mql(), await mql(later(0.5))];
    expect((await current(leadId)).ownerId).toBe(only.id);
    const kept = (await fallbackList(ops)).find((one) => one.leadId === stays);
    await settleFallback(ops, { fallbackId: kept?.id ?? "", how: "stays" }, later(0.6));
    const other = await full();
    expect(await sweep(SLA, later(1))).toBe(0);
    await capOf(other, 2);
    expect(await sweep(SLA, later(2))).toBe(1);
    const { ownerId, snapshot } = await current(leadId);
    expect(ownerId).toBe(other.id);
    expect(snapshot.routingPath[0]).toBe(`${only.name} has 2 open leads, where 0 are allowed.`);
    expect((await current(stays)).ownerId).toBe(only.id);
  });
});

describe("C5.2 the rules as an admin saves them", () => {
  it("name a fallback, unless there is no rep to name", async () => {
    const save = async (fallbackId: string | null, reason: string) => {
      const { version: basedOn } = await routingInForce();
      const rules = DEFAULT_ROUTING.rules.toReversed();
      return saveRouting(
        admin,
        { settings: { ...DEFAULT_ROUTING, rules, fallbackId }, basedOn, reason },
        now,
      );
    };
    const rep = await aPerson("rep");
    expect(await save(null, "Nobody")).toEqual({
      ...{ ok: false, field: "fallbackId" },
      reason: "Choose a fallback: the rep who gets what no rule gives to anybody.",
    });
    expect(await save(rep.id, "Somebody")).toMatchObject({ ok: true });
    await db.update(person).set({ active: false }).where(eq(person.id, rep.id));
    expect(await save(null, "Nobody is there")).toMatchObject({ ok: true });
  });
});
