import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { aLead, document } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { theLadderSince } from "@/db/factories/sla";
import { handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { person } from "@/db/schema/person";
import { testDatabase } from "@/db/testing/database";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { readAnswers } from "@/lib/audit/answers/queries";
import { release } from "@/lib/gate/commands";
import { followOwner } from "@/lib/gate/elsewhere/following/commands";
import { logAttempt } from "@/lib/handoff/commands";
import { accept, reject } from "@/lib/handoff/decisions/commands";
import { MINUTE } from "@/lib/platform/durations";
import { escalate } from "@/lib/sla/escalation/commands";
import { inTime } from "./in-time";
import { followedLeads } from "./queries";
import { answersTo } from "./questions";

const { db, transaction } = testDatabase();
/** Each test has a day of its own. */
let start = new Date("2026-06-03T10:00:00Z");
const at = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

let ops: Viewer;
let manager: Viewer;
let reps: Viewer[];
let leadId: string;

beforeEach(async () => {
  await theLadderSince(new Date("2026-06-01T00:00:00Z"));
  start = at(24 * 60);
  await db.update(person).set({ active: false });
  [ops, manager] = [await aPerson("marketing_ops"), await aPerson("manager")];
  reps = [await aPerson("rep"), await aPerson("rep")];
  leadId = await aLead(start);
  await document(ops, leadId, start);
  expect(await release(ops, { leadId }, start)).toMatchObject({ ok: true });
});

async function current() {
  const [row] = await db
    .select({ handoffId: handoff.id, ownerId: handoff.ownerId })
    .from(handoff)
    .innerJoin(lead, eq(lead.handoffId, handoff.id))
    .where(eq(lead.id, leadId));
  const rep = reps.find(({ id }) => id === row?.ownerId);
  if (!row || !rep) throw new Error("Nobody has the lead.");
  return { handoffId: row.handoffId, rep };
}
async function givenOn(minutes: number) {
  await escalate(systemActor("job", "SLA"), (await current()).handoffId, at(minutes));
}
async function called(minutes: number) {
  const { handoffId, rep } = await current();
  const call = { handoffId, kind: "call", result: "reached" } as const;
  expect(await logAttempt(rep, call, at(minutes))).toMatchObject({ ok: true });
}
const followed = () => followedLeads(manager, at(-1), at(90));
const answeredInTime = async () => answersTo("in_time", await followed(), at(90));

describe("Q.2, R.1 a lead that was given on", { timeout: 60_000 }, () => {
  it("was answered as late here as in the report on answers", async () => {
    await givenOn(35);
    await called(38);
    const answers = await readAnswers(manager, at(-1), at(90));
    expect(answers).toMatchObject({ rate: { complete: 0, of: 1 }, medianMs: 38 * MINUTE });
    expect(await followed()).toMatchObject([
      { leads: 1, triedFrom: [start.getTime()], triedAfterMs: [38 * MINUTE], reached: true },
    ]);
    expect(await answeredInTime()).toMatchObject([{ met: 0, of: 1 }]);
  });

  it("is late while nobody has answered it, since its first routing", async () => {
    await givenOn(35);
    expect(await followed()).toMatchObject([{ leads: 1, untriedFrom: [start.getTime()] }]);
    const [one] = await followedLeads(manager, at(-1), at(38));
    expect(one && inTime(one, at(38))).toEqual({ met: 0, of: 1 });
  });

  it("starts anew where it was sent back and released an hour later", async () => {
    const { handoffId, rep } = await current();
    await reject(rep, { handoffId, reason: "no_need" }, at(2));
    await release(ops, { leadId }, at(60));
    await called(62);
    expect(await followed()).toMatchObject([
      { triedFrom: [at(60).getTime()], triedAfterMs: [2 * MINUTE] },
    ]);
    expect(await answeredInTime()).toMatchObject([{ met: 1, of: 1 }]);
  });
});

describe("Q.2, R.1 a lead that was decided on without an attempt", { timeout: 60_000 }, () => {
  const judged = async (minutes: number) => {
    const { rate, missed } = await readAnswers(manager, at(-1), at(minutes));
    return { audit: rate && [rate.complete, rate.of], missed, outcomes: await inTimeAt(minutes) };
  };
  const inTimeAt = async (minutes: number) => {
    const leads = await followedLeads(manager, at(-1), at(minutes));
    return answersTo("in_time", leads, at(minutes)).map(({ met, of }) => [met, of]);
  };

  it("inside of the window is judged neither here nor in the report on answers", async () => {
    const { handoffId, rep } = await current();
    await accept(rep, { handoffId }, at(3));
    expect(await judged(90)).toEqual({ audit: null, missed: 0, outcomes: [] });
  });

  it("after its end is late in both", async () => {
    const { handoffId, rep } = await current();
    expect(await judged(4)).toEqual({ audit: null, missed: 0, outcomes: [] });
    await reject(rep, { handoffId, reason: "no_need" }, at(8));
    expect(await judged(90)).toEqual({ audit: [0, 1], missed: 1, outcomes: [[0, 1]] });
  });

  it("inside of the window of who had it first, by whoever it was given on to, neither", async () => {
    const { rep } = await current();
    const owner = { leadId, email: reps.find(({ id }) => id !== rep.id)?.email ?? "" };
    const crm = systemActor("connection", "Salesforce");
    await transaction((tx) => followOwner(tx, crm, owner, at(1)));
    const given = await current();
    await accept(given.rep, { handoffId: given.handoffId }, at(4));
    expect(await judged(90)).toEqual({ audit: null, missed: 0, outcomes: [] });
  });
});
