import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { aLead, document, evaluate } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { decision, finding } from "@/db/schema/handoff";
import { history } from "@/db/schema/history";
import { lead, leadIdentity } from "@/db/schema/lead";
import { notice } from "@/db/schema/notice";
import { testDatabase } from "@/db/testing/database";
import { NotAllowed } from "@/lib/access/permissions";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { leadDossier } from "@/lib/documentation/dossier/queries";
import { localChain } from "@/lib/enrichment/providers";
import { release } from "@/lib/gate/commands";
import { enrichLeads } from "@/lib/gate/enrichment/commands";
import { fillField } from "@/lib/gate/filling/commands";
import { captureLeads } from "@/lib/intake/commands";
import { mergeLeadsWithin } from "@/lib/intake/merging/commands";
import { queueRowsOf } from "@/lib/queue/queries";
import { parseView } from "@/lib/queue/view";
import { logAttempt, reportMissing } from "../commands";
import { handoffOfLead } from "../queries";
import { accept, reject, takeBack } from "./commands";

const { db, transaction } = testDatabase();
const now = new Date("2026-06-03T10:00:00Z");
const seconds = (count: number) => new Date(now.getTime() + count * 1_000);
const PHONE = "+4740612345";

let rep: Viewer;
let ops: Viewer;

async function routed(): Promise<{ leadId: string; handoffId: string; email: string }> {
  const email = `${randomUUID()}@nordlys.example`;
  const leadId = await aLead(now, { email });
  await evaluate(leadId, now);
  await document(ops, leadId, now);
  const [row] = await db.select().from(lead).where(eq(lead.id, leadId));
  if (!row?.handoffId) throw new Error("Not routed");
  return { leadId, handoffId: row.handoffId, email };
}

async function leadOf(leadId: string) {
  const [row] = await db.select().from(lead).where(eq(lead.id, leadId));
  if (!row) throw new Error("No lead");
  return row;
}

const decisionsOf = (handoffId: string) =>
  db.select().from(decision).where(eq(decision.handoffId, handoffId));
const findingsOf = (handoffId: string) =>
  db.select().from(finding).where(eq(finding.handoffId, handoffId));
const wrongPhone = (handoffId: string) =>
  ({ handoffId, reason: "wrong_contact_data", fieldId: "C1.5", words: "A shop." }) as const;

beforeAll(async () => {
  rep = await aPerson("rep", { territory: ["NO"], territoryName: "Nordics" });
  ops = await aPerson("marketing_ops");
});

describe("Q.5 a decision is taken back within ten seconds", () => {
  it("leaves a rejection as if it had never been, and in the history", async () => {
    const { leadId, handoffId } = await routed();
    await logAttempt(rep, { handoffId, kind: "call", result: "reached" }, seconds(5));
    await reject(rep, { handoffId, reason: "no_need", words: "Bought last week" }, seconds(60));
    expect((await leadOf(leadId)).status).toBe("rejected");
    expect(await takeBack(rep, { handoffId }, seconds(70))).toEqual({ ok: true });
    expect((await leadOf(leadId)).status).toBe("contacted");
    expect(await decisionsOf(handoffId)).toEqual([]);
    const [entry] = await db
      .select()
      .from(history)
      .where(and(eq(history.subjectId, leadId), eq(history.verb, "took back")));
    expect(entry).toMatchObject({ actorName: rep.name, before: { words: "Bought last week" } });
    expect(await accept(rep, { handoffId }, seconds(80))).toEqual({ ok: true });
  });

  it("also takes an acceptance back; untried it is routed again, and the clock goes on", async () => {
    const { leadId, handoffId } = await routed();
    await accept(rep, { handoffId }, seconds(60));
    expect(await takeBack(rep, { handoffId }, seconds(61))).toEqual({ ok: true });
    expect((await leadOf(leadId)).status).toBe("routed");
    expect(await takeBack(rep, { handoffId }, seconds(62))).toMatchObject({ ok: false });
  });

  it("is over after that, by the server's clock", async () => {
    const { leadId, handoffId } = await routed();
    await reject(rep, { handoffId, reason: "no_need" }, now);
    const late = await takeBack(rep, { handoffId }, new Date(now.getTime() + 12_001));
    expect(late).toMatchObject({ ok: false, reason: expect.stringContaining("are over") });
    expect((await leadOf(leadId)).status).toBe("rejected");
  });

  it("is refused once marketing ops has worked on the lead, and says who", async () => {
    const { leadId, handoffId } = await routed();
    await reject(rep, wrongPhone(handoffId), now);
    await fillField(ops, { leadId, fieldId: "C1.5", value: "+47 406 99 999" }, seconds(4));
    const outcome = await takeBack(rep, { handoffId }, seconds(5));
    expect(outcome).toMatchObject({ ok: false, reason: expect.stringContaining(ops.name) });
    expect(await decisionsOf(handoffId)).toHaveLength(1);
  });

  it("is refused once a connection has merged the lead into another", async () => {
    const { leadId, handoffId } = await routed();
    const other = await routed();
    await reject(rep, { handoffId, reason: "duplicate" }, seconds(1));
    const name = { kind: "external" as const, value: `map-${randomUUID()}` };
    await db.insert(leadIdentity).values({ ...name, leadId, createdAt: now });
    const merge = { leadId: other.leadId, also: [name] };
    const map = systemActor("connection", "HubSpot");
    await transaction((tx) => mergeLeadsWithin(tx, map, [merge], seconds(3)));
    const undone = await takeBack(rep, { handoffId }, seconds(6));
    expect(undone).toMatchObject({ ok: false, reason: expect.stringContaining("set aside since") });
    expect((await leadOf(leadId)).status).toBe("excluded");
    expect(await decisionsOf(handoffId)).toHaveLength(1);
  });

  it("is nobody else's to do, nor another role's", async () => {
    const { handoffId } = await routed();
    await accept(rep, { handoffId }, now);
    const stranger = await aPerson("rep", { territory: ["JP"] });
    expect(await takeBack(stranger, { handoffId }, seconds(1))).toMatchObject({ ok: false });
    await expect(takeBack(ops, { handoffId }, seconds(1))).rejects.toThrow(NotAllowed);
    await expect(accept(ops, { handoffId }, seconds(1))).rejects.toThrow(NotAllowed);
    const given = { handoffId, reason: "no_need" } as const;
    await expect(reject(ops, given, seconds(1))).rejects.toThrow(NotAllowed);
  });
});

describe("two at one lead", () => {
  it("two tabs: the second decision changes nothing and says so", async () => {
    const { handoffId } = await routed();
    const [one, other] = await Promise.all([
      accept(rep, { handoffId }, seconds(1)),
      reject(rep, { handoffId, reason: "no_need" }, seconds(1)),
    ]);
    expect([one.ok, other.ok].toSorted()).toEqual([false, true]);
    expect(await decisionsOf(handoffId)).toHaveLength(1);
  });

  it("an attempt that is sent again after a broken connection is logged once", async () => {
    const { handoffId } = await routed();
    const attempt = { handoffId, id: randomUUID(), kind: "call", result: "no_answer" } as const;
    const first = await logAttempt(rep, attempt, seconds(10));
    expect(first).toMatchObject({ ok: true, value: { first: true } });
    expect(await logAttempt(rep, attempt, seconds(20))).toEqual(first);
    const other = { ...attempt, id: randomUUID() };
    expect(await logAttempt(rep, other, seconds(30))).toMatchObject({ value: { first: false } });
    expect(await logAttempt(rep, attempt, seconds(40))).toEqual(first);
  });

  it("Q.2 an attempt counts from when it was made, however late it arrives", async () => {
    const { leadId, handoffId } = await routed();
    const call = { handoffId, kind: "call", result: "reached" } as const;
    await logAttempt(rep, call, seconds(400));
    const made = await logAttempt(rep, { ...call, agoMs: 540_000 }, seconds(600));
    expect(made).toMatchObject({ value: { first: true } });
    const tried = async () => (await handoffOfLead(rep, leadId))?.attempts.map(({ at }) => at);
    expect(await tried()).toEqual(expect.arrayContaining([seconds(60), seconds(400)]));
    const [row] = await queueRowsOf(rep, parseView({}, seconds(601)), [leadId], seconds(601));
    expect(row?.window).toEqual({ state: "stopped", tookMs: 60_000, overMs: 0 });
  });

  it("Q.2 no attempt counts from before its handoff", async () => {
    const { leadId, handoffId } = await routed();
    const call = { handoffId, kind: "call", result: "reached", agoMs: 9e12 } as const;
    await logAttempt(rep, call, seconds(30));
    expect((await handoffOfLead(rep, leadId))?.attempts.map(({ at }) => at)).toEqual([now]);
  });
});

describe("Q.5 what was wrong is wrong for everybody", () => {
  it("holds the lead with the field named, and asks enrichment again", async () => {
    const { leadId, handoffId } = await routed();
    await reject(rep, wrongPhone(handoffId), seconds(60));
    expect(await leadOf(leadId)).toMatchObject({
      status: "rejected",
      contactBasics: "partial",
      missing: expect.arrayContaining(["C1.5"]),
      enrichmentTries: 0,
      enrichmentNextAt: expect.any(Date),
    });
    const outcome = await release(ops, { leadId }, seconds(90));
    expect(outcome).toMatchObject({ ok: false, reason: expect.stringContaining("Direct phone") });
  });

  it("tells marketing ops who said so and whose value it was", async () => {
    const { leadId, handoffId } = await routed();
    await reject(rep, wrongPhone(handoffId), seconds(60));
    const dossier = await leadDossier(ops, leadId, seconds(70));
    expect(dossier?.findings).toMatchObject([
      { fieldId: "C1.5", by: rep.name, wrong: { value: PHONE, source: "form", provider: "Tests" } },
    ]);
    const line = dossier?.fields.find(({ id }) => id === "C1.5");
    expect(line).toMatchObject({
      why: "said_wrong",
      holds: true,
      value: { value: null, saidWrong: { value: PHONE, by: rep.name } },
    });
  });

  it("names the person who wrote a value down", async () => {
    const { leadId, handoffId } = await routed();
    const input = { handoffId, reason: "wrong_contact_data", fieldId: "C1.2" } as const;
    await reject(rep, input, seconds(60));
    const dossier = await leadDossier(ops, leadId, seconds(70));
    expect(dossier?.findings).toMatchObject([{ fieldId: "C1.2", wrong: { author: ops.name } }]);
    const told = () => db.select().from(notice).where(eq(notice.handoffId, handoffId));
    const after = expect.objectContaining({ kind: "field_wrong", personId: ops.id });
    expect(await told()).toContainEqual(after);
    await takeBack(rep, { handoffId }, seconds(65));
    expect(await told()).not.toContainEqual(after);
    await reject(rep, input, seconds(80));
    expect((await leadOf(leadId)).jobTitle).not.toBe("VP Operations");
  });

  it("does not come back from the same source, nor from another", async () => {
    const { leadId, handoffId, email } = await routed();
    await reject(rep, wrongPhone(handoffId), seconds(60));
    for (const provider of ["Tests", "Another form"]) {
      const input = { email, phone: "+47 406 12 345", region: "Norway" };
      const sender = systemActor("connection", "Tests");
      const capture = { input, source: "form", provider } as const;
      await captureLeads(sender, [capture], seconds(90), { enrichment: "by caller" });
      expect((await leadOf(leadId)).missing).toContain("C1.5");
    }
    const job = systemActor("job", "Tests");
    await enrichLeads(job, [leadId], { clock: () => seconds(95), steps: await localChain(job) });
    expect((await leadOf(leadId)).missing).toContain("C1.5");
  });

  it("is settled by a value that a person writes down; then the lead can go out again", async () => {
    const { leadId, handoffId } = await routed();
    await reject(rep, wrongPhone(handoffId), seconds(60));
    await fillField(ops, { leadId, fieldId: "C1.5", value: "+47 406 99 999" }, seconds(90));
    expect((await leadOf(leadId)).missing).not.toContain("C1.5");
    expect(await findingsOf(handoffId)).toMatchObject([{ kind: "wrong", settledAt: seconds(90) }]);
    expect(await release(ops, { leadId }, seconds(100))).toEqual({ ok: true });
  });

  it("is forgotten when the rejection is taken back", async () => {
    const { leadId, handoffId } = await routed();
    const before = await leadOf(leadId);
    await reject(rep, wrongPhone(handoffId), seconds(60));
    await takeBack(rep, { handoffId }, seconds(65));
    expect(await findingsOf(handoffId)).toEqual([]);
    const { contactBasics, missing } = await leadOf(leadId);
    expect({ contactBasics, wrong: missing.includes("C1.5") }).toEqual({
      contactBasics: before.contactBasics,
      wrong: false,
    });
  });

  it("cannot be said of what did not come along", async () => {
    const { handoffId } = await routed();
    const input = { handoffId, reason: "not_icp", fieldId: "C2.2" } as const;
    const outcome = await reject(rep, input, seconds(60));
    expect(outcome).toMatchObject({ ok: false, field: "fieldId" });
    expect(await decisionsOf(handoffId)).toEqual([]);
  });

  it("stands beside what was missing: both can be said of one field", async () => {
    const { handoffId } = await routed();
    await reportMissing(rep, { handoffId, fieldId: "C1.5" }, seconds(30));
    await reject(rep, wrongPhone(handoffId), seconds(60));
    expect((await findingsOf(handoffId)).map(({ kind }) => kind).toSorted()).toEqual([
      "missing",
      "wrong",
    ]);
  });
});

// Last, since another rep of the territory takes their turns from here on.
describe("a lead that is given on while its rep reads it", () => {
  it("is the other rep's: what is done with the old handoff says who has it", async () => {
    const { leadId, handoffId } = await routed();
    await reject(rep, { handoffId, reason: "no_need" }, now);
    const next = await aPerson("rep", { territory: ["NO"] });
    await release(ops, { leadId }, seconds(5));
    const tried = await logAttempt(rep, { handoffId, kind: "call", result: "sent" }, seconds(6));
    expect(tried).toMatchObject({ ok: true, value: { first: true, givenOnTo: next.name } });
    const undone = await takeBack(rep, { handoffId }, seconds(7));
    expect(undone).toMatchObject({ ok: false, reason: expect.stringContaining(next.name) });
    expect((await leadOf(leadId)).status).toBe("routed");
  });
});
