import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { aLead, document } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { theLadderSince } from "@/db/factories/sla";
import { handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { person } from "@/db/schema/person";
import { testDatabase } from "@/db/testing/database";
import { withOneConnection } from "@/db/testing/one-connection";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { release } from "@/lib/gate/commands";
import { followOwner } from "@/lib/gate/elsewhere/following/commands";
import { routingInForce } from "@/lib/routing/queries";
import { DEFAULT_ROUTING } from "@/lib/routing/rule-book";
import { saveRouting } from "@/lib/routing/versions/commands";
import { noteAbsence, setHours } from "../hours/commands";
import { weekdays } from "../testing/minute-by-minute";
import { escalate, sweep } from "./commands";

const { db, transaction } = testDatabase();
const SLA = systemActor("job", "SLA");
/** A Friday. */
const now = new Date("2026-06-05T10:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

let ops: Viewer;
let first: Viewer;

beforeEach(async () => {
  await theLadderSince(new Date("2026-06-01T00:00:00Z"));
  await db.update(person).set({ active: false });
  await db.update(lead).set({ status: "accepted" }).where(eq(lead.status, "routed"));
  ops = await aPerson("marketing_ops");
  // Theirs by the rules, whoever else is free.
  first = await aPerson("rep", { territory: ["NO"], timeZone: "Europe/Oslo" });
  await fallTo(first);
});

async function fallTo({ id: fallbackId }: Viewer) {
  const { version: basedOn } = await routingInForce();
  const settings = { ...DEFAULT_ROUTING, fallbackId };
  await saveRouting(await aPerson("admin"), { settings, basedOn, reason: "Test" }, now);
}
const away = (rep: Viewer, last: string, at: Date, from = "2026-06-05") =>
  noteAbsence(rep, { personId: rep.id, first: from, last, words: "" }, at);

async function current(leadId: string) {
  const [row] = await db
    .select({ handoffId: handoff.id, ownerId: handoff.ownerId })
    .from(lead)
    .innerJoin(handoff, eq(handoff.id, lead.handoffId))
    .where(eq(lead.id, leadId));
  if (!row) throw new Error("Nobody has had it.");
  return row;
}
async function givenToFirst(at = now, rep = first): Promise<{ leadId: string; handoffId: string }> {
  const leadId = await aLead(now);
  await document(ops, leadId, now);
  await release(ops, { leadId }, at);
  const { handoffId, ownerId } = await current(leadId);
  expect(ownerId).toBe(rep.id);
  return { leadId, handoffId };
}

describe("a lead for which only a fallback is left who is away", { timeout: 60_000 }, () => {
  let fallback: Viewer;
  beforeEach(async () => {
    fallback = await aPerson("rep");
    await fallTo(fallback);
    await away(fallback, "2026-06-30", later(-10));
  });

  it("stays with a rep at work who has missed it, and goes to the fallback once they are back", async () => {
    const { leadId, handoffId } = await givenToFirst();
    await escalate(SLA, handoffId, later(40));
    await sweep(SLA, later(60));
    expect((await current(leadId)).ownerId).toBe(first.id);
    await sweep(SLA, new Date("2026-07-01T10:00:00Z"));
    expect((await current(leadId)).ownerId).toBe(fallback.id);
  });

  it("stays with a rep who is away for fewer days", async () => {
    const { leadId } = await givenToFirst();
    await away(first, "2026-06-06", later(1));
    await sweep(SLA, later(2));
    await sweep(SLA, later(3 * 24 * 60));
    expect((await current(leadId)).ownerId).toBe(first.id);
  });
});

it("leaves a lead with a rep whom a person chose in the CRM, though they are away", async () => {
  const chosen = await aPerson("rep");
  const { leadId } = await givenToFirst();
  await away(chosen, "2026-06-15", later(1));
  await aPerson("rep");
  const crm = systemActor("connection", "Salesforce");
  const owner = { leadId, email: chosen.email };
  expect(await transaction((tx) => followOwner(tx, crm, owner, later(2)))).toBe("given");
  await sweep(SLA, later(3));
  expect((await current(leadId)).ownerId).toBe(chosen.id);
});

it("gives a lead on from who is away on a Friday and works on Monday next", async () => {
  const hours = weekdays({ from: "08:00", until: "17:00" });
  await setHours(first, { personId: first.id, hours }, later(-60));
  const { leadId } = await givenToFirst();
  const other = await aPerson("rep");
  await away(first, "2026-06-05", later(1));
  await sweep(SLA, later(2));
  expect((await current(leadId)).ownerId).toBe(other.id);
});

it("gives a lead on by the one connection that it holds, while the pool has no other", async () => {
  const { leadId, handoffId } = await givenToFirst();
  const other = await aPerson("rep");
  await away(first, "2026-06-15", later(1));
  await withOneConnection(() => escalate(SLA, handoffId, later(2)));
  expect((await current(leadId)).ownerId).toBe(other.id);
}, 20_000);

it("gives on the lead that waits the longest first, whoever has it, as far as another rep has room", async () => {
  const second = await aPerson("rep", { timeZone: "Europe/Oslo" });
  async function givenTo(rep: Viewer, at: Date): Promise<string> {
    for (const { id } of [first, second]) {
      const territory = id === rep.id ? ["NO"] : [];
      await db.update(person).set({ territory }).where(eq(person.id, id));
    }
    return (await givenToFirst(at, rep)).leadId;
  }
  // Neither by owner, nor as they were written, nor as they were changed last, in the order of waiting.
  const fourth = await givenTo(first, later(4));
  const longest = await givenTo(first, later(1));
  const third = await givenTo(second, later(3));
  const next = await givenTo(second, later(2));
  const other = await aPerson("rep", { leadCap: 0 });
  for (const rep of [first, second]) await away(rep, "2026-06-15", later(5));
  const inTurn = [longest, next, third, fourth];
  for (const [at, id] of inTurn.entries())
    await db
      .update(lead)
      .set({ updatedAt: later(5 - at / 10) })
      .where(eq(lead.id, id));
  for (const leadCap of [1, 2, 3, 4]) {
    await db.update(person).set({ leadCap }).where(eq(person.id, other.id));
    await sweep(SLA, later(5 + leadCap));
    const owners = await Promise.all(inTurn.map(async (id) => (await current(id)).ownerId));
    const moved = inTurn.filter((_, at) => owners[at] === other.id);
    expect(moved).toEqual(inTurn.slice(0, leadCap));
  }
});
