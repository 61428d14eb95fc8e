import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { aLead, document } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { lead } from "@/db/schema/lead";
import { person } from "@/db/schema/person";
import { testDatabase } from "@/db/testing/database";
import { setPerson } from "@/lib/access/commands";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { release } from "@/lib/gate/commands";
import { followOwner } from "@/lib/gate/elsewhere/following/commands";
import { moveOpenLeads } from "@/lib/gate/leavers/commands";
import { logAttempt } from "@/lib/handoff/commands";
import { reject } from "@/lib/handoff/decisions/commands";
import { readAnswers } from "./queries";

const { db, transaction } = testDatabase();
/** Each test has a day of its own. */
let start = new Date("2026-06-03T10:00:00Z");
const at = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

let ops: Viewer;
let manager: Viewer;
let first: Viewer;
let second: Viewer;
let leadId: string;

beforeEach(async () => {
  start = at(24 * 60);
  await db.update(person).set({ active: false });
  [ops, manager] = [await aPerson("marketing_ops"), await aPerson("manager")];
  first = await aPerson("rep");
  leadId = await aLead(start);
  await document(ops, leadId, start);
  expect(await release(ops, { leadId }, start)).toMatchObject({ ok: true });
  second = await aPerson("rep");
});

async function current(): Promise<string> {
  const [row] = await db.select().from(lead).where(eq(lead.id, leadId));
  return row?.handoffId ?? "";
}
async function answersOnceSecondCalls(minutes: number) {
  const call = { handoffId: await current(), kind: "call", result: "reached" } as const;
  expect(await logAttempt(second, call, at(minutes))).toMatchObject({ ok: true });
  const answers = await readAnswers(manager, at(-1), at(90));
  const rateOf = (rep: Viewer) =>
    answers.reps.find(({ owner }) => owner === rep.name)?.rate?.rate ?? null;
  return { answers, rates: [rateOf(first), rateOf(second)] };
}

describe("Q.2 a lead that left its rep before the window ended", { timeout: 60_000 }, () => {
  it("counts once and as nobody's miss where its owner in the CRM got it", async () => {
    const owner = { leadId, email: second.email };
    const crm = systemActor("connection", "Salesforce");
    await transaction((tx) => followOwner(tx, crm, owner, at(1)));
    const { answers, rates } = await answersOnceSecondCalls(3);
    expect(answers).toMatchObject({ missed: 0, late: 0, givenOn: 1, medianMs: 3 * 60_000 });
    expect(answers.rate).toMatchObject({ complete: 1, of: 1 });
    expect(rates).toEqual([null, 1]);
  });

  it("counts once where its rep has no access any more and it was moved", async () => {
    await setPerson(
      await aPerson("admin"),
      { personId: first.id, role: "rep", active: false },
      at(1),
    );
    expect(await moveOpenLeads(manager, { personId: first.id }, at(2))).toMatchObject({ ok: true });
    const { answers, rates } = await answersOnceSecondCalls(4);
    expect(answers).toMatchObject({ missed: 0, late: 0, givenOn: 1, medianMs: 4 * 60_000 });
    expect(rates).toEqual([null, 1]);
  });

  it("counts anew where it was sent back and released an hour later", async () => {
    await reject(first, { handoffId: await current(), reason: "no_need" }, at(2));
    await release(ops, { leadId }, at(60));
    const { answers, rates } = await answersOnceSecondCalls(62);
    expect(answers).toMatchObject({ missed: 0, late: 0, givenOn: 0, medianMs: 2 * 60_000 });
    expect(rates).toEqual([null, 1]);
  });
});
