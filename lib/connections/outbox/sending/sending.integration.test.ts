import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { transaction } from "@/db/client";
import { aCrm, outgoingOf } from "@/db/factories/crms";
import { aLead, document, evaluate } from "@/db/factories/leads";
import { aPerson } from "@/db/factories/people";
import { enrichmentHealth } from "@/db/schema/enrichment";
import { handoff } from "@/db/schema/handoff";
import { lead } from "@/db/schema/lead";
import { note } from "@/db/schema/note";
import { outgoing } from "@/db/schema/outgoing";
import { testDatabase } from "@/db/testing/database";
import { FAULTS } from "@/e2e/doubles/double";
import {
  SALESFORCE_FAULTS,
  type Salesforce,
  salesforceGiven,
  startSalesforce,
} from "@/e2e/doubles/salesforce/salesforce";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { rerouteLead } from "@/lib/gate/rerouting/commands";
import { addNote, withdrawNote } from "@/lib/handoff/commands";
import { accept, reject, takeBack } from "@/lib/handoff/decisions/commands";
import { removeConnection, setPaused } from "../../commands";
import { saveMap } from "../../crm/map/commands";
import { replaceSecrets } from "../../proof/commands";
import { retryOutgoing } from "../standing/commands";
import { sendOutgoing } from "./commands";

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

async function routed(): Promise<string> {
  const leadId = await aLead(now);
  await evaluate(leadId, now);
  await document(ops, leadId, now);
  return leadId;
}
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

describe("K.5 on Salesforce's bad days nothing is lost and nothing doubled", () => {
  const fault = (name: keyof typeof SALESFORCE_FAULTS) => SALESFORCE_FAULTS[name];
  const once = (leadId: string) => {
    expect(theLead(leadId)).toHaveLength(1);
    expect(salesforce.tables.Task).toHaveLength(1);
  };

  it.each(["a fault of its own", "half a body", "a proxy's page"] as const)(
    "where it answers with %s after it did the work",
    async (name) => {
      const leadId = await routed();
      salesforce.afterTheWork(fault(name));
      await send(later(1));
      expect(await rows(leadId)).toMatchObject([{ state: "waiting", tries: 1 }]);
      salesforce.afterTheWork(null);
      await send(later(120));
      once(leadId);
      expect(await rows(leadId)).toMatchObject([{ state: "sent", tries: 2 }]);
    },
  );

  it("where a session has expired, with a new one and at once", async () => {
    await routed();
    await send(later(1));
    salesforce.expire();
    const leadId = await routed();
    await send(later(2));
    expect(theLead(leadId)).toHaveLength(1);
    expect(await rows(leadId)).toMatchObject([{ state: "sent", tries: 1 }]);
  });

  it("where it wants to be left alone, for as long as it says", async () => {
    const leadId = await routed();
    salesforce.fail(fault("a rate limit"));
    await send(later(1));
    const [row] = await rows(leadId);
    expect(row?.dueAt.getTime()).toBeGreaterThanOrEqual(later(91).getTime());
    const asked = salesforce.asked.length;
    await routed();
    await send(later(60));
    expect(salesforce.asked).toHaveLength(asked);
    salesforce.fail(null);
    await send(later(300));
    expect(theLead(leadId)).toHaveLength(1);
  });

  it("where the org has used up its calls: it is left alone for an hour, and says so", async () => {
    await routed();
    await send(later(1));
    const leadId = await routed();
    salesforce.fail(fault("a used-up day"));
    await send(later(1));
    const [row] = await rows(leadId);
    expect(row?.dueAt.getTime()).toBeGreaterThanOrEqual(later(3_600).getTime());
    expect(row?.words).toContain("used up its API calls");
  });

  it("where Baton's access was revoked, and after it was given again", async () => {
    const leadId = await routed();
    salesforce.revoke(true);
    await send(later(1));
    expect(await rows(leadId)).toMatchObject([
      { state: "waiting", cause: "unauthorised", words: expect.stringContaining("revoked") },
    ]);
    salesforce.revoke(false);
    const { secrets } = salesforceGiven(salesforce.address);
    expect(await replaceSecrets(admin, { connectionId, secrets }, later(60))).toMatchObject({
      ok: true,
    });
    await send(later(61));
    once(leadId);
  });

  it("where it is gone for days and comes back", async () => {
    const leadId = await routed();
    salesforce.fail(FAULTS["a fault of its own"]);
    for (const hours of [0, 1, 5, 24, 48, 72]) await send(later(1 + hours * 3_600));
    expect(await rows(leadId)).toMatchObject([{ state: "waiting" }]);
    salesforce.fail(null);
    await send(later(80 * 3_600));
    once(leadId);
  });

  it("where a field has changed its type: it waits, and goes out once the map is mended", async () => {
    const first = await routed();
    await send(later(1));
    const title = salesforce.objects.Lead?.find(({ name }) => name === "Title");
    Object.assign(title ?? {}, { type: "double", length: 0 });
    const leadId = await routed();
    await send(later(2));
    expect(await rows(leadId)).toMatchObject([
      { state: "waiting", words: "Waits until the field map is mended." },
    ]);
    await send(later(1_000));
    expect(theLead(leadId)).toEqual([]);
    const entries = [{ from: "C1.3", to: "Company" }];
    const wrong = [...entries, { from: "C1.2", to: "Title" }];
    expect(await saveMap(admin, { connectionId, entries: wrong }, later(1_001))).toMatchObject({
      value: {
        faults: [{ to: "Title", words: expect.stringContaining("a number field (double)") }],
      },
    });
    await saveMap(admin, { connectionId, entries }, later(1_002));
    await send(later(1_003));
    expect(theLead(leadId)).toHaveLength(1);
    expect(theLead(first)).toHaveLength(1);
  });

  it("where it refuses one record: that one is given up, can be read and is replayed", async () => {
    const entries = [{ from: "C1.2", to: "Rating" }];
    Object.assign(salesforce.objects.Lead?.find(({ name }) => name === "Rating") ?? {}, {
      restrictedPicklist: false,
    });
    await saveMap(admin, { connectionId, entries }, now);
    Object.assign(salesforce.objects.Lead?.find(({ name }) => name === "Rating") ?? {}, {
      restrictedPicklist: true,
      type: "string",
    });
    const leadId = await routed();
    await send(later(1));
    const [row] = await rows(leadId);
    expect(row).toMatchObject({ state: "failed", words: expect.stringContaining("Rating") });
    Object.assign(salesforce.objects.Lead?.find(({ name }) => name === "Rating") ?? {}, {
      restrictedPicklist: false,
    });
    expect(await retryOutgoing(ops, { outgoingId: row?.id ?? "" }, later(5))).toMatchObject({
      ok: true,
    });
    await send(later(6));
    once(leadId);
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
