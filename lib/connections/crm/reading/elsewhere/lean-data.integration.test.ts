import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aCrm } from "@/db/factories/crms";
import { aLead, document, evaluate } from "@/db/factories/leads";
import { aRoutedLead } from "@/db/factories/notices";
import { aPerson } from "@/db/factories/people";
import { handoff } from "@/db/schema/handoff";
import { history } from "@/db/schema/history";
import { lead } from "@/db/schema/lead";
import { absence } from "@/db/schema/person";
import { routingElsewhere } from "@/db/schema/routing-elsewhere";
import { testDatabase } from "@/db/testing/database";
import { field } from "@/e2e/doubles/salesforce/objects";
import {
  type Salesforce,
  salesforceGiven,
  startSalesforce,
} from "@/e2e/doubles/salesforce/salesforce";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { fillField } from "@/lib/gate/filling/commands";
import { addNote, logAttempt } from "@/lib/handoff/commands";
import { accept } from "@/lib/handoff/decisions/commands";
import { handoffOfLead } from "@/lib/handoff/queries";
import { removeConnection } from "../../../commands";
import { sendOutgoing } from "../../../outbox/sending/commands";
import { leadsApart } from "../../owners/queries";
import { readCrms } from "../commands";

const { db } = testDatabase();
const job = systemActor("job", "Tests");
const now = new Date("2026-06-03T10:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

let salesforce: Salesforce;
let connectionId: string;
let admin: Viewer;
let ops: Viewer;
let rep: Viewer;
let other: Viewer;

beforeAll(async () => {
  admin = await aPerson("admin");
  ops = await aPerson("marketing_ops");
  rep = await aPerson("rep", { territory: ["NO"], timeZone: "Europe/Oslo" });
  salesforce = await startSalesforce();
  salesforce.objects.Lead?.push(
    field("LeanData__Routing_Action__c", "string", 255),
    field("LeanData__Matched_Account_Name__c", "string", 255),
  );
  connectionId = await aCrm(admin, "salesforce", salesforceGiven(salesforce.address), now);
  other = await aPerson("rep", { territory: ["SE"], timeZone: "Europe/Oslo" });
  salesforce.tables.User?.push(
    { Id: "005REP", Email: rep.email, Name: rep.name, IsActive: true },
    { Id: "005OTHER", Email: other.email, Name: other.name, IsActive: true },
  );
});
afterAll(() => salesforce.close());

const read = (at: Date) => readCrms(job, () => at);
const standing = async (leadId: string) => {
  const given = await db
    .select()
    .from(handoff)
    .where(eq(handoff.leadId, leadId))
    .orderBy(handoff.routedAt, handoff.id);
  const [row] = await db.select().from(lead).where(eq(lead.id, leadId));
  const last = given.find(({ id }) => id === row?.handoffId);
  return {
    ...{ status: row?.status, handoffs: given.length, owner: last?.ownerId },
    reason: last?.snapshot.routingReason,
    path: last?.snapshot.routingPath,
  };
};
const waits = (leadId: string) =>
  db.select().from(routingElsewhere).where(eq(routingElsewhere.leadId, leadId));

/** A lead that Salesforce has under its address, assigned by LeanData. */
async function assigned(leadId: string, owner: Viewer, at: Date) {
  const [row] = await db.select().from(lead).where(eq(lead.id, leadId));
  salesforce.tables.Lead.push({
    ...{ Id: `00Q${leadId}`, Email: row?.email?.toUpperCase(), IsConverted: false },
    Owner: { Name: owner.name, Email: owner.email },
    LeanData__Routing_Action__c: "assigned",
    LeanData__Matched_Account_Name__c: "Nordlys Frakt AS",
    SystemModstamp: at.toISOString(),
  });
}
const REASON = "LeanData: assigned, matched account Nordlys Frakt AS";

describe("K.4 what LeanData stamps in Salesforce is read back", () => {
  it("waits where the gate holds the lead, and hands it off once that lets it through", async () => {
    const leadId = await aLead(now);
    await evaluate(leadId, now);
    await document(ops, leadId, now, ["C2.5"]);
    await assigned(leadId, other, later(10));
    await read(later(20));
    await read(later(3_000));
    expect(await standing(leadId)).toMatchObject({ status: "pending_enrichment", handoffs: 0 });
    expect(await waits(leadId)).toMatchObject([{ owner: other.email, reason: REASON }]);
    await fillField(ops, { leadId, fieldId: "C2.5", value: "none" }, later(3_100));
    await read(later(3_200));
    expect(await standing(leadId)).toMatchObject({ owner: other.id, reason: REASON });
    expect(await waits(leadId)).toEqual([]);
    const { handoffs } = await standing(leadId);
    await read(later(3_300));
    expect((await standing(leadId)).handoffs).toBe(handoffs);
  });

  it("is withdrawn where a queue has the lead again before the gate lets it through", async () => {
    const leadId = await aLead(later(3_350));
    await assigned(leadId, other, later(3_360));
    await read(later(3_365));
    expect(await waits(leadId)).toMatchObject([{ owner: other.email }]);
    Object.assign(salesforce.tables.Lead.at(-1) ?? {}, {
      ...{ Owner: { Name: "Inbound", Email: null }, SystemModstamp: later(3_370).toISOString() },
    });
    await read(later(3_375));
    expect(await waits(leadId)).toEqual([]);
  });

  it("changes nothing where the rep has it already or has answered, and tells of an owner who is no rep", async () => {
    const leadId = await aRoutedLead(ops, later(3_400));
    await assigned(leadId, rep, later(3_410));
    await read(later(3_420));
    expect(await standing(leadId)).toMatchObject({ handoffs: 1, owner: rep.id });
    const [row] = await db.select().from(lead).where(eq(lead.id, leadId));
    await accept(rep, { handoffId: row?.handoffId ?? "" }, later(3_430));
    salesforce.tables.Lead.pop();
    await assigned(leadId, other, later(3_440));
    await read(later(3_450));
    expect(await standing(leadId)).toMatchObject({ handoffs: 1, owner: rep.id });
    expect(await waits(leadId)).toEqual([]);
  });

  it("gives the reason for a changed owner of a lead that Baton wrote, but not for a later one", async () => {
    salesforce.tables.Lead.length = 0;
    const leadId = await aRoutedLead(ops, later(4_000));
    await sendOutgoing(job, connectionId, () => later(4_001));
    const record = salesforce.tables.Lead.find(({ Baton_Id__c }) => Baton_Id__c === leadId) ?? {};
    const owned = (owner: Viewer, at: Date, more: object = {}) =>
      Object.assign(record, {
        ...{ Owner: { Name: owner.name, Email: owner.email }, ...more },
        SystemModstamp: at.toISOString(),
      });
    owned(other, later(4_010), { LeanData__Routing_Action__c: "assigned" });
    await read(later(4_020));
    expect(await standing(leadId)).toMatchObject({
      ...{ owner: other.id, reason: "LeanData: assigned", handoffs: 2 },
    });
    await sendOutgoing(job, connectionId, () => later(4_030));
    owned(rep, later(4_040));
    await read(later(4_050));
    expect((await standing(leadId)).reason).toMatch(/owns the record in/);
  });

  it("follows an owner whom a person sets while a note of the lead and another lead wait to go out", async () => {
    salesforce.tables.Lead.length = 0;
    const leadId = await aRoutedLead(ops, later(4_060));
    await sendOutgoing(job, connectionId, () => later(4_061));
    const record = salesforce.tables.Lead.find(({ Baton_Id__c }) => Baton_Id__c === leadId) ?? {};
    await read(later(4_065));
    await addNote(ops, { leadId, kind: "note", text: "She asks for the SAP guide." }, later(4_066));
    await aRoutedLead(ops, later(4_067));
    Object.assign(record, {
      ...{ Owner: { Name: other.name, Email: other.email } },
      SystemModstamp: later(4_070).toISOString(),
    });
    await read(later(4_075));
    expect(await standing(leadId)).toMatchObject({ owner: other.id, handoffs: 2 });
    await sendOutgoing(job, connectionId, () => later(4_090));
  });

  it("shows two owners where the rep has tried, who keeps it, until there is one again", async () => {
    salesforce.tables.Lead.length = 0;
    const leadId = await aRoutedLead(ops, later(4_100));
    await sendOutgoing(job, connectionId, () => later(4_101));
    const record = salesforce.tables.Lead.find(({ Baton_Id__c }) => Baton_Id__c === leadId) ?? {};
    const owned = (owner: Viewer, at: Date, more: object = {}) =>
      Object.assign(record, {
        ...{ Owner: { Name: owner.name, Email: owner.email }, ...more },
        SystemModstamp: at.toISOString(),
      });
    const there = async (viewer: Viewer) => (await handoffOfLead(viewer, leadId))?.crms;
    const apart = async () =>
      (await leadsApart(ops, connectionId)).filter(({ id }) => id === leadId);
    const handoffId = (await handoffOfLead(rep, leadId))?.id ?? "";
    await logAttempt(rep, { handoffId, kind: "call", result: "no_answer" }, later(4_105));
    await read(later(4_108));
    expect(await there(rep)).toMatchObject([{ isAnothers: false }]);
    expect(await apart()).toEqual([]);
    owned(other, later(4_110), { LeanData__Routing_Action__c: "reassigned" });
    await read(later(4_120));
    expect(await standing(leadId)).toMatchObject({ owner: rep.id, handoffs: 1 });
    expect(await there(rep)).toMatchObject([{ owner: other.name, isAnothers: true }]);
    expect(await apart()).toMatchObject([{ there: other.name, here: rep.name }]);
    await expect(leadsApart(rep, connectionId)).rejects.toThrow("see connections");
    owned(rep, later(4_130));
    await read(later(4_140));
    expect(await there(rep)).toMatchObject([{ isAnothers: false }]);
    expect(await apart()).toEqual([]);
    owned(other, later(4_150), { LeanData__Routing_Action__c: "assigned again" });
    await read(later(4_160));
    await accept(rep, { handoffId }, later(4_170));
    expect(await there(rep)).toMatchObject([{ owner: other.name, isAnothers: false }]);
    expect(await apart()).toEqual([]);
  });

  it("names an owner who is no rep here, and goes by our own rules", async () => {
    const leadId = await aLead(later(5_000));
    await evaluate(leadId, later(5_000));
    await document(ops, leadId, later(5_000), []);
    await db.update(lead).set({ status: "ready" }).where(eq(lead.id, leadId));
    const manager = await aPerson("manager");
    await assigned(leadId, manager, later(5_010));
    await read(later(5_020));
    const given = await standing(leadId);
    expect(given).toMatchObject({ status: "routed", owner: rep.id });
    expect(given.path?.[0]).toMatch(`decided for ${manager.email}, who is no rep here.`);
    expect(await waits(leadId)).toEqual([]);
    const told = await db.select().from(history).where(eq(history.subjectId, leadId));
    expect(told.map(({ verb }) => verb)).toContain("named an owner who is no rep here");
  });

  it.each([
    ["behind", -2, 6_000],
    ["ahead", 2, 7_000],
  ])("is followed where the clock of Salesforce is two hours %s", async (_, hours, at) => {
    salesforce.tables.Lead.length = 0;
    const theirs = (seconds: number) => later(at + seconds + hours * 3_600);
    const fresh = await aCrm(admin, "salesforce", salesforceGiven(salesforce.address), later(at));
    const leadId = await aLead(later(at));
    await evaluate(leadId, later(at));
    await document(ops, leadId, later(at), []);
    await db.update(lead).set({ status: "ready" }).where(eq(lead.id, leadId));
    await assigned(leadId, other, theirs(10));
    salesforce.at(theirs(20));
    await read(later(at + 20));
    expect(await standing(leadId)).toMatchObject({ owner: other.id, reason: REASON });
    expect(await waits(leadId)).toEqual([]);
    await removeConnection(admin, { connectionId: fresh }, later(at + 30));
  });

  it("goes by our own rules where that rep can take nothing, and says so", async () => {
    salesforce.tables.Lead.length = 0;
    const fresh = await aCrm(
      admin,
      "salesforce",
      salesforceGiven(salesforce.address),
      later(7_400),
    );
    const away = { personId: other.id, authorId: admin.id, at: later(7_400) };
    await db.insert(absence).values({ ...away, startsAt: later(7_400), endsAt: later(7_900) });
    const leadId = await aLead(later(7_500));
    await evaluate(leadId, later(7_500));
    await document(ops, leadId, later(7_500), []);
    await db.update(lead).set({ status: "ready" }).where(eq(lead.id, leadId));
    await assigned(leadId, other, later(7_510));
    salesforce.at(later(7_520));
    await read(later(7_520));
    const given = await standing(leadId);
    const why = `decided for ${other.name}, who is away until Wednesday`;
    expect(given).toMatchObject({ owner: rep.id, reason: expect.stringContaining(why) });
    expect(given.reason).toMatch(/^Yours: /);
    expect(given.path?.[0]).toMatch(new RegExp(`${why}\\.$`));
    expect(await waits(leadId)).toEqual([]);
    // Nor is a lead taken from its rep for one who can take nothing.
    salesforce.tables.Lead.length = 0;
    await assigned(leadId, other, later(7_530));
    salesforce.at(later(7_540));
    await read(later(7_540));
    expect(await standing(leadId)).toEqual(given);
    await removeConnection(admin, { connectionId: fresh }, later(7_550));
  });

  it("is not followed where it was decided before the connection was made", async () => {
    await removeConnection(admin, { connectionId }, later(8_000));
    salesforce.tables.Lead.length = 0;
    const leadId = await aRoutedLead(ops, later(8_000));
    const before = await standing(leadId);
    const owner = before.owner === rep.id ? other : rep;
    await assigned(leadId, owner, later(8_010));
    salesforce.at(later(9_000));
    await aCrm(admin, "salesforce", salesforceGiven(salesforce.address), later(9_000));
    await read(later(9_010));
    await read(later(9_020));
    expect(await standing(leadId)).toEqual(before);
    await assigned(leadId, owner, later(9_025));
    salesforce.at(later(9_030));
    await read(later(9_030));
    expect(await standing(leadId)).toMatchObject({ owner: owner.id });
  });
});
