import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aCrm, outgoingOf } from "@/db/factories/crms";
import { aRoutedLead } from "@/db/factories/notices";
import { aPerson } from "@/db/factories/people";
import { leadOf } from "@/db/factories/read-back";
import { enrichmentHealth } from "@/db/schema/enrichment";
import { handoff } from "@/db/schema/handoff";
import { lead, leadField } from "@/db/schema/lead";
import { outcome } from "@/db/schema/outcome";
import { testDatabase } from "@/db/testing/database";
import { FAULTS } from "@/e2e/doubles/double";
import { type Hubspot, hubspotCrmGiven, startHubspot } from "@/e2e/doubles/hubspot";
import { connected, OBJECTS } from "@/e2e/doubles/hubspot-desk";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { removeConnection } from "../../commands";
import { sendOutgoing } from "../../outbox/sending/commands";
import { retryOutgoing } from "../../outbox/standing/commands";
import { readAll } from "../../sources/testing/reading";
import { saveMap } from "../map/commands";
import { readCrms } from "../reading/commands";

const { db, owner } = testDatabase();
const job = systemActor("job", "Tests");
const now = new Date("2026-06-03T10:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

let hubspot: Hubspot;
let admin: Viewer;
let ops: Viewer;
let rep: Viewer;
let other: Viewer;
let connectionId: string;

beforeAll(async () => {
  [admin, ops] = [await aPerson("admin"), await aPerson("marketing_ops")];
  rep = await aPerson("rep", { territory: ["NO"], timeZone: "Europe/Oslo" });
  other = await aPerson("rep", { territory: ["SE"], timeZone: "Europe/Oslo" });
});
beforeEach(async () => {
  hubspot = await startHubspot();
  hubspot.account.now = now;
  for (const [id, { name, email }] of [rep, other].entries())
    hubspot.account.owners.push({ id: String(id + 1), email, firstName: name, lastName: "" });
  await owner.delete(enrichmentHealth);
  connectionId = await aCrm(admin, "hubspot_crm", hubspotCrmGiven(hubspot.address), now);
  return async () => {
    await removeConnection(admin, { connectionId }, now);
    await hubspot.close();
  };
});

const routed = () => aRoutedLead(ops, now);
const send = (at: Date) => sendOutgoing(job, connectionId, () => at);
const rows = (leadId: string) => outgoingOf(leadId, connectionId);
const contactOf = (leadId: string) =>
  hubspot.account.contacts.filter(({ properties }) => properties.baton_id === leadId);
const once = (leadId: string) => {
  expect(contactOf(leadId)).toHaveLength(1);
  const [{ id } = { id: "" }] = contactOf(leadId);
  expect(hubspot.account.notes.filter(({ contactId }) => contactId === id)).toHaveLength(1);
};

describe("K.3 a handoff reaches HubSpot", () => {
  it("as one contact with its properties, its owner and one readable note", async () => {
    const leadId = await routed();
    await send(later(1));
    await send(later(2));
    expect(contactOf(leadId)).toMatchObject([
      {
        properties: {
          ...{ firstname: "Ingrid", lastname: "Solberg", company: "Nordlys Logistics" },
          ...{ jobtitle: "VP Operations", hubspot_owner_id: "1" },
        },
      },
    ]);
    once(leadId);
    const [note] = hubspot.account.notes;
    for (const part of ["WHY NOW<br>", "CONTACT BASICS", "SCORING CONTEXT", `/leads/${leadId}`])
      expect(note?.properties.hs_note_body).toContain(part);
    expect(note?.properties.hubspot_owner_id).toBe("1");
    expect(await rows(leadId)).toMatchObject([{ state: "sent", tries: 1 }]);
  });

  it("as the contact that HubSpot knows by the address, in which everything else stays", async () => {
    const leadId = await routed();
    const known = { email: "INGRID.solberg@nordlys.example", website: "written by hand" };
    hubspot.account.contacts.push({ id: "41", properties: known });
    await send(later(1));
    expect(hubspot.account.contacts).toHaveLength(1);
    expect(contactOf(leadId)).toMatchObject([
      { id: "41", properties: { website: "written by hand", jobtitle: "VP Operations" } },
    ]);
  });

  it("as the contact that has the address as its second one, at the first try", async () => {
    const leadId = await routed();
    const properties = {
      ...{ email: "other@nordlys.example", website: "written by hand" },
      hs_additional_emails: "ingrid.solberg@nordlys.example",
    };
    hubspot.account.contacts.push({ id: "171591000198", properties });
    await send(later(1));
    expect(contactOf(leadId)).toMatchObject([{ id: "171591000198" }]);
    expect(properties).toMatchObject({
      ...{ email: "other@nordlys.example", website: "written by hand" },
      jobtitle: "VP Operations",
    });
    once(leadId);
    expect(await rows(leadId)).toMatchObject([{ state: "sent", tries: 1 }]);
  });
});

describe("K.5 on HubSpot's bad days nothing is lost and nothing doubled", () => {
  it("where a property has changed its type: it waits, and goes out once the map is mended", async () => {
    await routed();
    await send(later(1));
    const title = hubspot.account.properties.find(({ name }) => name === "jobtitle");
    Object.assign(title ?? {}, { type: "number", fieldType: "number" });
    // All leads of the factory have one address, which is one contact there.
    hubspot.account.contacts.length = 0;
    const leadId = await routed();
    await send(later(2));
    expect(await rows(leadId)).toMatchObject([
      { state: "waiting", words: "Waits until the field map is mended." },
    ]);
    const entries = [{ from: "C1.3", to: "company" }];
    const wrong = [...entries, { from: "C1.2", to: "jobtitle" }];
    expect(await saveMap(admin, { connectionId, entries: wrong }, later(10))).toMatchObject({
      value: { faults: [{ to: "jobtitle", words: expect.stringContaining("number field") }] },
    });
    await saveMap(admin, { connectionId, entries }, later(11));
    await send(later(12));
    once(leadId);
  });

  it("where a record is refused: it is given up, can be read and is replayed", async () => {
    const entries = [{ from: "C1.3", to: "company" }];
    await saveMap(admin, { connectionId, entries }, now);
    const leadId = await routed();
    const company = hubspot.account.properties.find(({ name }) => name === "company");
    Object.assign(company ?? {}, { options: [{ value: "Another", hidden: false }] });
    await send(later(1));
    const [row] = await rows(leadId);
    expect(row).toMatchObject({ state: "failed", words: expect.stringContaining("company") });
    Object.assign(company ?? {}, { options: [] });
    await retryOutgoing(ops, { outgoingId: row?.id ?? "" }, later(5));
    await send(later(6));
    once(leadId);
  });
});

const ownerNow = async (leadId: string) => {
  const [row] = await db
    .select({ ownerId: handoff.ownerId })
    .from(lead)
    .innerJoin(handoff, eq(handoff.id, lead.handoffId))
    .where(eq(lead.id, leadId));
  return row?.ownerId;
};
const read = (at: Date) => {
  hubspot.account.now = at;
  return readCrms(job, () => at);
};
const dealOf = async (leadId: string) =>
  (await db.select().from(outcome).where(eq(outcome.leadId, leadId)))[0] ?? null;

describe("K.3 what HubSpot says of its contacts is read back", () => {
  it("gives the lead to whom it was given there, through the gate, and never for our own write", async () => {
    const leadId = await routed();
    await send(later(1));
    await read(later(10));
    expect(await ownerNow(leadId)).toBe(rep.id);
    const [contact] = contactOf(leadId);
    Object.assign(contact?.properties ?? {}, {
      ...{ hubspot_owner_id: "2", lastmodifieddate: later(60).toISOString() },
    });
    await read(later(70));
    expect(await ownerNow(leadId)).toBe(other.id);
    await send(later(80));
    await read(later(90));
    const given = await db.select().from(handoff).where(eq(handoff.leadId, leadId));
    expect(given).toHaveLength(2);
  });

  it("notes the first deal since the handoff, and when it was won; older ones are none of its doing", async () => {
    const leadId = await routed();
    await send(later(1));
    const [{ id } = { id: "" }] = contactOf(leadId);
    const deal = (dealId: string, createdate: Date, more: Record<string, string>) => ({
      id: dealId,
      contactIds: [id],
      properties: {
        ...{ createdate: createdate.toISOString(), dealstage: "11", closedate: "" },
        ...{ hs_lastmodifieddate: later(100).toISOString(), ...more },
      },
    });
    hubspot.account.deals.push(
      deal("1", later(-90_000), {}),
      deal("3", later(99), {}),
      deal("2", later(95), {}),
    );
    await read(later(200));
    expect(await dealOf(leadId)).toMatchObject({
      ...{ opportunityAt: later(95), wonAt: null, detail: { deal: "2", stage: "Qualified" } },
    });
    Object.assign(hubspot.account.deals[2]?.properties ?? {}, {
      ...{ dealstage: "12", hs_is_closed_won: "true", closedate: later(900).toISOString() },
      hs_lastmodifieddate: later(1_000).toISOString(),
    });
    await read(later(1_010));
    expect(await dealOf(leadId)).toMatchObject({ wonAt: later(900), detail: { deal: "2" } });
  });

  it("tells of owners even where deals may not be seen, and loses nothing while it is down", async () => {
    const leadId = await routed();
    await send(later(1));
    hubspot.account.revoked.set(/deals/, "crm.objects.deals.read");
    Object.assign(contactOf(leadId)[0]?.properties ?? {}, {
      ...{ hubspot_owner_id: "2", lastmodifieddate: later(60).toISOString() },
    });
    hubspot.fail(FAULTS["a fault of its own"]);
    await read(later(70));
    hubspot.fail(null);
    await read(later(7_000));
    expect(await ownerNow(leadId)).toBe(other.id);
  });
});

describe("what Baton wrote is not read back as HubSpot's own word", () => {
  it("by the connection that reads HubSpot; what people change there is", async () => {
    const leadId = await routed();
    await send(later(1));
    hubspot.account.now = null;
    const [contact] = contactOf(leadId);
    const touched = (at: number, more: Record<string, string> = {}) =>
      Object.assign(contact?.properties ?? {}, {
        ...{ lastmodifieddate: new Date(Date.now() + at).toISOString(), ...more },
      });
    const [{ email } = { email: null }] = await db.select().from(lead).where(eq(lead.id, leadId));
    const told = async () =>
      (await db.select().from(leadField).where(eq(leadField.leadId, leadId)))
        .filter(({ provider, fieldId }) => provider?.startsWith("HubSpot ") && fieldId !== "C1.4")
        .map(({ fieldId, value }) => [fieldId, value]);
    touched(-60_000, { email: email ?? "" });
    const source = await connected({ admin, hubspot }, OBJECTS);
    await readAll(source);
    expect(await told()).toEqual([]);
    expect((await leadOf(contact?.properties.email ?? ""))?.id).toBe(leadId);
    touched(-1_000, { jobtitle: `Chief ${randomUUID()}` });
    await readAll(source, new Date(Date.now() + 400_000));
    expect(await told()).toEqual([["C1.2", contact?.properties.jobtitle]]);
    await removeConnection(admin, { connectionId: source }, new Date());
  });
});
