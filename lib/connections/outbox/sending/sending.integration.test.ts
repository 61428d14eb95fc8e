import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { transaction } from "@/db/client";
import { aCrm, outgoingOf } from "@/db/factories/crms";
import { aLead, document, evaluate } from "@/db/factories/leads";
import { aRoutedLead } from "@/db/factories/notices";
import { aPerson } from "@/db/factories/people";
import { enrichmentHealth } from "@/db/schema/enrichment";
import { handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { note } from "@/db/schema/note";
import { outgoing } from "@/db/schema/outgoing";
import { testDatabase } from "@/db/testing/database";
import {
  type Salesforce,
  salesforceGiven,
  startSalesforce,
} from "@/e2e/doubles/salesforce/salesforce";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { setAside } from "@/lib/gate/aside/commands";
import { rerouteLead } from "@/lib/gate/rerouting/commands";
import { addNote, withdrawNote } from "@/lib/handoff/commands";
import { accept, reject, takeBack } from "@/lib/handoff/decisions/commands";
import { removeConnection, setPaused } from "../../commands";
import { saveMap } from "../../crm/map/commands";
import { sendOutgoing } from "./commands";
import { dueRows } from "./queries";

const { db, owner } = testDatabase();
const job = systemActor("job", "Tests");
const now = new Date("2026-06-03T10:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

let salesforce: Salesforce;
let admin: Viewer;
let ops: Viewer;
let rep: Viewer;
let connectionId: string;

beforeAll(async () => {
  admin = await aPerson("admin");
  ops = await aPerson("marketing_ops");
  rep = await aPerson("rep", { territory: ["NO"], timeZone: "Europe/Oslo" });
});
beforeEach(async () => {
  salesforce = await startSalesforce();
  salesforce.tables.User?.push({ Id: "005REP", Email: rep.email, Name: rep.name, IsActive: true });
  await owner.delete(enrichmentHealth);
  connectionId = await aCrm(admin, "salesforce", salesforceGiven(salesforce.address), now);
  return async () => {
    await removeConnection(admin, { connectionId }, now);
    await salesforce.close();
  };
});

const routed = () => aRoutedLead(ops, now);
const send = (at: Date) => sendOutgoing(job, connectionId, () => at);
const rows = (leadId: string) => outgoingOf(leadId, connectionId);
const theLead = (leadId: string) =>
  salesforce.tables.Lead.filter(({ Baton_Id__c }) => Baton_Id__c === leadId);
const handoffIdOf = async (leadId: string) => {
  const [row] = await db.select({ id: lead.handoffId }).from(lead).where(eq(lead.id, leadId));
  return row?.id ?? "";
};

describe("K.3 a handoff reaches the CRM", () => {
  it("as one lead with its fields, its owner and one readable note, however often its job runs", async () => {
    const leadId = await routed();
    await send(later(1));
    await send(later(2));
    expect(theLead(leadId)).toMatchObject([
      {
        ...{ FirstName: "Ingrid", LastName: "Solberg", Company: "Nordlys Logistics" },
        ...{ Title: "VP Operations", NumberOfEmployees: 1200, LeadSource: "paid search" },
        OwnerId: "005REP",
      },
    ]);
    const [{ Description, WhoId, OwnerId } = {}, ...others] = salesforce.tables.Task;
    expect(others).toEqual([]);
    expect(WhoId).toBe(theLead(leadId)[0]?.Id);
    expect(OwnerId).toBe("005REP");
    for (const title of ["WHY NOW", "CONTACT BASICS", "COMPANY INTELLIGENCE", "SCORING CONTEXT"])
      expect(Description).toContain(title);
    expect(Description).toContain(`/leads/${leadId}`);
    expect(await rows(leadId)).toMatchObject([{ state: "sent", tries: 1, kind: "handoff" }]);
  });

  it("never before the gate has let it through, not even by a statement of the application's", async () => {
    const leadId = await aLead(now);
    await evaluate(leadId, now);
    await document(ops, leadId, now, ["C2.5"]);
    expect(await rows(leadId)).toEqual([]);
    const [other] = await db.select({ id: handoff.id }).from(handoff).limit(1);
    const forged = db.insert(outgoing).values({
      ...{ connectionId, leadId, handoffId: other?.id ?? leadId, kind: "handoff" },
      ...{ occasion: "forged", at: now, dueAt: now },
    });
    await expect(forged).rejects.toMatchObject({ cause: { code: "23503" } });
    await send(later(1));
    expect(salesforce.tables.Lead).toEqual([]);
  });

  it("but not once it was set aside", async () => {
    const leadId = await routed();
    const handoffId = await handoffIdOf(leadId);
    await reject(rep, { handoffId, reason: "duplicate" }, later(1));
    await setAside(ops, { leadId, reason: "A test submission" }, later(1));
    await send(later(2));
    expect(await rows(leadId)).toMatchObject([{ state: "dropped" }, { kind: "decision" }]);
    expect(salesforce.tables.Lead).toEqual([]);
  });

  it("as the lead that Salesforce knows by its address already", async () => {
    const leadId = await routed();
    const known = { Email: "Ingrid.Solberg@nordlys.example", LastName: "S", Company: "N" };
    salesforce.tables.Lead.push({ Id: "00QOLD", IsConverted: false, Rating: "Hot", ...known });
    await send(later(1));
    expect(salesforce.tables.Lead).toHaveLength(1);
    expect(theLead(leadId)).toMatchObject([{ Id: "00QOLD", LastName: "Solberg", Rating: "Hot" }]);
  });

  it("as a note on the contact that its lead was converted to", async () => {
    const leadId = await routed();
    salesforce.tables.Lead.push({
      ...{ Id: "00QC", Baton_Id__c: leadId, IsConverted: true, ConvertedContactId: "003C" },
      LastName: "Kept",
    });
    await send(later(1));
    expect(theLead(leadId)).toMatchObject([{ LastName: "Kept" }]);
    expect(salesforce.tables.Task).toMatchObject([{ WhoId: "003C" }]);
  });

  it("by one sender where two are at it at the same instant", async () => {
    await routed();
    const ends = await Promise.all([send(later(1)), send(later(1))]);
    expect(ends).toContain("done");
    expect(salesforce.tables.Lead).toHaveLength(1);
    expect(salesforce.asked.filter(({ path }) => path.endsWith("/Task/Baton_Id__c"))).toHaveLength(
      1,
    );
  });
});

describe("what comes after the handoff", () => {
  it("is what its rep decided, once it cannot be taken back any more", async () => {
    await saveMap(
      admin,
      { connectionId, entries: [{ from: "answer", to: "Baton_Answer__c" }] },
      now,
    );
    const leadId = await routed();
    await send(later(1));
    const handoffId = await handoffIdOf(leadId);
    const by = (await db.select().from(handoff).where(eq(handoff.id, handoffId)))[0]?.ownerId;
    const viewer = by === rep.id ? rep : null;
    if (!viewer) throw new Error("Another rep has it.");
    await accept(viewer, { handoffId }, later(10));
    await send(later(11));
    expect(theLead(leadId)[0]?.Baton_Answer__c).toBeUndefined();
    await takeBack(viewer, { handoffId }, later(12));
    await send(later(30));
    expect(theLead(leadId)[0]?.Baton_Answer__c).toBeUndefined();
    await reject(viewer, { handoffId, reason: "no_need" }, later(40));
    await send(later(60));
    expect(theLead(leadId)).toMatchObject([{ Baton_Answer__c: "Rejected" }]);
    expect(salesforce.tables.Task).toHaveLength(1);
  });

  it("is a note that was added, unless it was taken back before it went out", async () => {
    const leadId = await routed();
    await send(later(1));
    await addNote(ops, { leadId, kind: "note", text: "She asks for the SAP guide." }, later(5));
    await addNote(ops, { leadId, kind: "note", text: "A slip." }, later(6));
    const [slip] = await db.select().from(note).where(eq(note.text, "A slip."));
    await withdrawNote(ops, { noteId: slip?.id ?? "" }, later(7));
    await send(later(8));
    await send(later(9));
    const told = salesforce.tables.Task.map(({ Description }) => String(Description));
    expect(told).toHaveLength(2);
    expect(told[1]).toContain("She asks for the SAP guide.");
    expect((await rows(leadId)).map(({ state }) => state)).toEqual(["sent", "sent", "dropped"]);
  });
});

describe("what is next", () => {
  it("is of each lead its first that waits, the oldest first, however many wait after them", async () => {
    const [first, second] = [await routed(), await aRoutedLead(ops, later(1))];
    for (const [index, leadId] of [first, second, first, second].entries())
      await addNote(ops, { leadId, kind: "note", text: `Note ${index}` }, later(10 + index));
    const next = async (most: number, at: Date) =>
      (await dueRows(job, connectionId, at, most)).map(({ id }) => id);
    const [ofFirst, ofSecond] = [await rows(first), await rows(second)];
    const heads = [ofFirst[0]?.id, ofSecond[0]?.id];
    expect(await next(25, later(60))).toEqual(heads);
    expect(await next(1, later(60))).toEqual(heads.slice(0, 1));
    const waits = { dueAt: later(600) };
    await db
      .update(outgoing)
      .set(waits)
      .where(eq(outgoing.id, heads[0] ?? ""));
    expect(await next(25, later(60))).toEqual(heads.slice(1));
    expect(await next(25, later(600))).toEqual(heads);
    await db
      .update(outgoing)
      .set({ state: "sent" })
      .where(eq(outgoing.id, heads[0] ?? ""));
    expect(await next(25, later(60))).toEqual([heads[1], ofFirst[1]?.id]);
  });
});

describe("a connection that is paused or removed", () => {
  it("sends nothing while it is paused, and everything once it is resumed", async () => {
    await setPaused(admin, { connectionId, paused: true }, now);
    const leadId = await routed();
    await send(later(1));
    expect(await rows(leadId)).toMatchObject([{ state: "waiting", tries: 0 }]);
    await setPaused(admin, { connectionId, paused: false }, later(2));
    await send(later(3));
    expect(theLead(leadId)).toHaveLength(1);
  });

  it("says of what waited that it was removed, and takes nothing on", async () => {
    await setPaused(admin, { connectionId, paused: true }, now);
    const leadId = await routed();
    await removeConnection(admin, { connectionId }, later(1));
    expect(await rows(leadId)).toMatchObject([
      { state: "dropped", words: "The connection was removed." },
    ]);
    expect(await rows(await routed())).toEqual([]);
  });
});

// Last, since another rep of the territory takes their turns from here on.
describe("a lead that is given on", () => {
  it("again with another owner, where it was given to somebody else", async () => {
    const leadId = await routed();
    await send(later(1));
    const next = await aPerson("rep", { territory: ["NO"], timeZone: "Europe/Oslo" });
    salesforce.tables.User?.push({ Id: "005NEXT", Email: next.email, IsActive: true });
    const again = { notTo: [rep.id], because: "Nobody answered." };
    await transaction((tx) => rerouteLead(tx, job, leadId, again, later(400)));
    await send(later(401));
    expect(theLead(leadId)).toMatchObject([{ OwnerId: "005NEXT" }]);
    expect(salesforce.tables.Task).toHaveLength(2);
  });
});
