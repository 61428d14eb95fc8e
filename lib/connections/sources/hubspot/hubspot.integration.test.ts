import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { POST } from "@/app/api/webhooks/[system]/[connection]/route";
import { aPerson } from "@/db/factories/people";
import { activity } from "@/db/schema/activity";
import { lead, leadField, leadIdentity } from "@/db/schema/lead";
import { sourceChange, sourceRecord, sourceStream } from "@/db/schema/source";
import { webhookEvent } from "@/db/schema/webhook";
import { testDatabase } from "@/db/testing/database";
import {
  HUBSPOT_FAULTS,
  HUBSPOT_SECRET,
  HUBSPOT_TOKEN,
  type Hubspot,
  hubspotCall,
  startHubspot,
} from "@/e2e/doubles/hubspot";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { webhookAddress } from "@/lib/platform/address";
import { baseUrl } from "@/lib/platform/env";
import { addConnection, removeConnection, setPaused } from "../../commands";
import { testConnection } from "../../proof/commands";
import { takeEvent } from "../../senders/commands";
import { externalIdOf } from "../external-id";
import { claimStream } from "../commands";
import { dueConnections, readings } from "../queries";
import { readConnection } from "../read";
import { takePage } from "../taking/commands";
import { hubspot as system } from "./hubspot";

const { db } = testDatabase();
const READER = systemActor("job", "Reading back");
const MINUTE = 60_000;

let hubspot: Hubspot;
let admin: Viewer;
beforeAll(async () => {
  hubspot = await startHubspot();
  admin = await aPerson("admin");
});
afterAll(() => hubspot.close());
afterEach(() => {
  hubspot.fail(null);
  hubspot.account.revoked.clear();
  for (const kind of ["contacts", "companies", "forms", "emails", "pages"] as const)
    hubspot.account[kind].length = 0;
});

/** Contacts and companies only. */
const OBJECTS = { leaveOut: "forms, emails, pages" };

async function connected(settings: Record<string, string> = {}) {
  const outcome = await addConnection(
    admin,
    {
      ...{ system: "hubspot", name: `HubSpot ${randomUUID()}` },
      settings: { address: hubspot.address, ...settings },
      secrets: { accessToken: HUBSPOT_TOKEN, clientSecret: HUBSPOT_SECRET },
    },
    new Date(),
  );
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.id;
}

/** Reads all there is, at a moment. */
const read = (id: string, at = new Date()) =>
  readConnection(READER, id, { clock: () => at, random: () => 1 }, new AbortController().signal);
const readAll = async (id: string, at = new Date()) => {
  for (let job = 0; job < 3; job += 1) await read(id, at);
};
const later = (minutes: number) => new Date(Date.now() + minutes * MINUTE);

const inNordlys = (more: Record<string, string> = {}) => ({
  ...{ firstname: "Åse", lastname: "Berg", jobtitle: "Head of Operations" },
  ...{ lastmodifieddate: new Date(Date.now() - MINUTE).toISOString(), ...more },
});
let last = 1_000;
function contact(more: Record<string, string> = {}) {
  last += 1;
  const email = `ase.${randomUUID()}@nordlys.example`;
  const one = { id: String(last), properties: inNordlys({ email, ...more }) };
  hubspot.account.contacts.push(one);
  return { ...one, email };
}

const leadOf = async (email: string) => {
  const rows = await db.select().from(lead).where(eq(lead.email, email));
  expect(rows.length).toBeLessThan(2);
  return rows[0];
};
const titleOf = async (email: string) => {
  const { id = "" } = (await leadOf(email)) ?? {};
  const at = and(eq(leadField.leadId, id), eq(leadField.fieldId, "C1.2"));
  return (await db.select().from(leadField).where(at))[0]?.value;
};
const did = async (email: string) => {
  const { id = "" } = (await leadOf(email)) ?? {};
  const rows = await db.select().from(activity).where(eq(activity.leadId, id));
  return rows.map(({ kind }) => kind).toSorted();
};
const streamOf = async (id: string, stream: string) => {
  const of = and(eq(sourceStream.connectionId, id), eq(sourceStream.stream, stream));
  const [row] = await db.select().from(sourceStream).where(of);
  if (!row) throw new Error(`Nothing is read of ${stream}.`);
  return row;
};

async function send(id: string, events: unknown, more: { at?: Date; spoil?: boolean } = {}) {
  const address = `${baseUrl()}${webhookAddress("hubspot", id)}`;
  const { body, headers } = hubspotCall(events, { at: more.at ?? new Date(), address });
  const sent = more.spoil ? `${body} ` : body;
  const request = new Request(address, { method: "POST", headers, body: sent });
  const params = Promise.resolve({ system: "hubspot", connection: id });
  const response = await POST(request, { params });
  const kept = await db.select().from(webhookEvent).where(eq(webhookEvent.connectionId, id));
  for (const event of kept) await takeEvent(READER, event.id, new Date());
  return { status: response.status, kept: kept.length };
}
const changeOf = (objectId: string, occurredAt: number, more: object = {}) => ({
  ...{ eventId: 1, subscriptionId: 25, portalId: 33, appId: 7, attemptNumber: 0 },
  ...{ subscriptionType: "contact.propertyChange", propertyName: "jobtitle", objectId },
  ...{ occurredAt, propertyValue: "An old value", ...more },
});
const waitingOf = (id: string) =>
  db.select().from(sourceChange).where(eq(sourceChange.connectionId, id));

describe("K.1 HubSpot is read: all there is, then what changes", () => {
  it("takes contacts with their companies, beyond one page, and none twice", async () => {
    const { companies } = hubspot.account;
    for (let number = 1; number <= 103; number += 1)
      companies.push({ id: String(number), properties: { name: `Firm ${number} AS` } });
    const [one, other] = [
      contact({ associatedcompanyid: "1" }),
      contact({ associatedcompanyid: "103" }),
    ];
    const id = await connected(OBJECTS);
    await readAll(id);
    await readAll(id, later(6));
    const { id: leadId = "" } = (await leadOf(other.email)) ?? {};
    const fields = await db.select().from(leadField).where(eq(leadField.leadId, leadId));
    expect(fields.find(({ fieldId }) => fieldId === "C1.3")).toMatchObject({
      ...{ source: "map", value: "Firm 103 AS" },
    });
    const ours = externalIdOf("hubspot", id, one.id);
    const named = await db.select().from(leadIdentity).where(eq(leadIdentity.value, ours));
    expect(named).toMatchObject([{ leadId: (await leadOf(one.email))?.id }]);
    const told = (await readings(admin, [id])).get(id);
    expect(told?.map(({ holds }) => holds)).toEqual(["contacts", "companies"]);
    expect(told?.[0]).toMatchObject({ taken: 2, refused: 0, failure: null, changed: 0 });
    expect(told?.every(({ caughtUpAt }) => caughtUpAt)).toBe(true);
    const seen = await db.select().from(sourceRecord).where(eq(sourceRecord.connectionId, id));
    expect(seen).toHaveLength(105);
  });

  it("keeps what somebody did until they are known, and takes it once however often it is read", async () => {
    const id = await connected();
    const [email, at] = [`late.${randomUUID()}@nordlys.example`, Date.now() - 30 * MINUTE];
    const { account } = hubspot;
    account.pages.push({
      ...{
        id: `leviathan-${randomUUID()}`,
        objectId: "77",
        occurredAt: new Date(at).toISOString(),
      },
      properties: { hs_url: "https://nordlys.example/pricing?a=1", hs_page_title: "" },
    });
    const values = [
      { name: "email", value: email },
      { name: "message", value: "Please call" },
    ];
    account.forms.push({ id: "guid", name: "Demo", submissions: [{ submittedAt: at, values }] });
    const mail = { id: "mail", recipient: email, emailCampaignId: 12, created: at };
    account.emails.push({ ...mail, type: "CLICK", url: "https://nordlys.example/x" });
    account.emails.push({ ...mail, type: "DROPPED" }, { ...mail, type: "OPEN", created: at + 1 });
    await readAll(id);
    expect(await leadOf(email)).toBeUndefined();
    account.contacts.push({ id: "77", properties: inNordlys({ email }) });
    await readAll(id, later(6));
    await readAll(id, later(12));
    expect(await did(email)).toEqual([
      ...["email_clicked", "email_opened", "form_submitted", "page_viewed"],
    ]);
    const { id: leadId = "" } = (await leadOf(email)) ?? {};
    const rows = await db.select().from(activity).where(eq(activity.leadId, leadId));
    expect(rows.find(({ kind }) => kind === "email_clicked")).toMatchObject({
      ...{ source: "HubSpot", details: { subject: "Subject of 12", messageId: "hubspot-12" } },
    });
  });

  it("reads the contacts of a company that changed, and only certain stages where these are set", async () => {
    const firm = { id: "9", properties: { name: "Nordlys", hs_lastmodifieddate: "" } };
    hubspot.account.companies.push(firm);
    const one = contact({ associatedcompanyid: "9", lifecyclestage: "lead" });
    const other = contact({ lifecyclestage: "customer" });
    const id = await connected({ ...OBJECTS, stages: "lead, marketingqualifiedlead" });
    await readAll(id);
    expect(await leadOf(other.email)).toBeUndefined();
    Object.assign(firm.properties, {
      ...{ name: "Polarlys", hs_lastmodifieddate: new Date().toISOString() },
    });
    await readAll(id, later(6));
    const { id: leadId = "" } = (await leadOf(one.email)) ?? {};
    const at = and(eq(leadField.leadId, leadId), eq(leadField.fieldId, "C1.3"));
    expect(await db.select().from(leadField).where(at)).toMatchObject([{ value: "Polarlys" }]);
  });
});

describe("K.1 HubSpot’s webhooks", () => {
  it("are kept each by itself, twice sent and out of order, and the contact is read as it is now", async () => {
    const one = contact();
    const id = await connected(OBJECTS);
    await readAll(id);
    one.properties.jobtitle = "Chief Operating Officer";
    one.properties.lastmodifieddate = new Date().toISOString();
    const [newer, older] = [changeOf(one.id, Date.now()), changeOf(one.id, Date.now() - 3_600_000)];
    expect(await send(id, [newer, older])).toEqual({ status: 202, kept: 2 });
    const again = [{ ...older, attemptNumber: 1 }];
    expect(await send(id, again)).toEqual({ status: 202, kept: 2 });
    expect(await waitingOf(id)).toHaveLength(1);
    await read(id);
    expect(await titleOf(one.email)).toBe("Chief Operating Officer");
    expect(await waitingOf(id)).toEqual([]);
  });

  it("never let an older state of a contact overwrite a newer one", async () => {
    const one = contact();
    const id = await connected(OBJECTS);
    await readAll(id);
    // As a search does whose index lags behind.
    one.properties.jobtitle = "Trainee";
    one.properties.lastmodifieddate = new Date(Date.now() - 60 * MINUTE).toISOString();
    await send(id, [changeOf(one.id, Date.now())]);
    await read(id);
    expect(await titleOf(one.email)).toBe("Head of Operations");
  });

  it("are refused by a wrong bit, a week later, and without a client secret; nothing is kept", async () => {
    const one = contact();
    const id = await connected(OBJECTS);
    const event = [changeOf(one.id, Date.now())];
    expect(await send(id, event, { spoil: true })).toEqual({ status: 401, kept: 0 });
    const weekAgo = new Date(Date.now() - 7 * 86_400_000);
    expect(await send(id, event, { at: weekAgo })).toEqual({ status: 401, kept: 0 });
    expect(await send(id, "no list")).toEqual({ status: 400, kept: 0 });
    const deleted = changeOf(one.id, Date.now(), { subscriptionType: "contact.deletion" });
    expect(await send(id, [deleted])).toEqual({ status: 202, kept: 1 });
    expect(await waitingOf(id)).toEqual([]);
  });
});

describe("K.5 HubSpot’s bad days", () => {
  it.each([
    ["a limit with Retry-After", 42],
    ["a limit without Retry-After", 30],
    ["half a body", 30],
    ["a fault of its own", 30],
  ] as const)(
    "goes on where it was after %s, and asks nothing before its time",
    async (fault, seconds) => {
      const one = contact();
      const id = await connected(OBJECTS);
      const now = new Date();
      hubspot.fail(HUBSPOT_FAULTS[fault]);
      await read(id, now);
      const { restsUntil, failure, position } = await streamOf(id, "companies");
      expect(restsUntil?.getTime()).toBeGreaterThanOrEqual(now.getTime() + seconds * 1_000);
      expect(failure).not.toBeNull();
      expect(position).toBeNull();
      hubspot.fail(null);
      const { length } = hubspot.asked;
      await read(id, new Date(now.getTime() + 5_000));
      expect(hubspot.asked).toHaveLength(length);
      await readAll(id, later(60));
      expect(await leadOf(one.email)).toBeDefined();
      expect(await streamOf(id, "companies")).toMatchObject({ failure: null, failures: 0 });
    },
  );

  it("reads the rest where one scope is missing, says which, and reads that too once it is granted", async () => {
    const one = contact();
    hubspot.account.revoked.set(/^\/events\//, "event-detail-read");
    const id = await connected({ leaveOut: "forms, emails" });
    await readAll(id);
    expect(await leadOf(one.email)).toBeDefined();
    expect(await streamOf(id, "pages")).toMatchObject({
      failure: "Needs the scope event-detail-read.",
    });
    expect(await testConnection(admin, { connectionId: id }, new Date())).toMatchObject({
      value: {
        works: false,
        words: "The scope event-detail-read is missing, so page views cannot be read",
      },
    });
    hubspot.account.revoked.clear();
    expect(await testConnection(admin, { connectionId: id }, new Date())).toMatchObject({
      value: { works: true },
    });
    await readAll(id);
    expect(await streamOf(id, "pages")).toMatchObject({ failure: null, failures: 0 });
  });

  it("takes a page in once where two processes read it, as after one that was thought dead", async () => {
    const one = contact();
    const id = await connected(OBJECTS);
    const [now, after] = [new Date(), later(3)];
    const first = await claimStream(READER, id, now);
    expect(await claimStream(READER, id, now)).toBeNull();
    const second = await claimStream(READER, id, after);
    if (!first || !second) throw new Error("Nothing was claimed.");
    expect(second).toMatchObject({ stream: first.stream, version: first.version });
    const record = { id: one.id, changedAt: now, lead: { email: one.email, jobTitle: "Head" } };
    const page = {
      ...{ records: [record], activities: [], refused: [], passedOver: 0 },
      ...{ position: { by: "number", after: one.id, began: 1 }, more: true, until: null },
    };
    expect(await takePage(READER, system, second, page, after)).toBe(true);
    expect(await takePage(READER, system, first, page, after)).toBe(false);
    expect(await streamOf(id, first.stream)).toMatchObject({ version: 1, taken: 1 });
  });

  it("rests while it is paused, is due again once it is resumed, and is forgotten once removed", async () => {
    const one = contact();
    const id = await connected(OBJECTS);
    await setPaused(admin, { connectionId: id, paused: true }, new Date());
    await readAll(id);
    expect(await leadOf(one.email)).toBeUndefined();
    expect((await dueConnections(READER, later(60))).due).not.toContain(id);
    await setPaused(admin, { connectionId: id, paused: false }, new Date());
    expect((await dueConnections(READER, new Date())).due).toContain(id);
    await readAll(id);
    expect(await leadOf(one.email)).toBeDefined();
    await removeConnection(admin, { connectionId: id }, new Date());
    for (const table of [sourceStream, sourceRecord])
      expect(await db.select().from(table).where(eq(table.connectionId, id))).toEqual([]);
    await readAll(id);
  });
});
