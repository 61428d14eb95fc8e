import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { POST } from "@/app/api/webhooks/[system]/[connection]/route";
import { leadOf, valueOfLead } from "@/db/factories/read-back";
import { history } from "@/db/schema/history";
import { notice } from "@/db/schema/notice";
import { sourceChange } from "@/db/schema/source";
import { webhookEvent } from "@/db/schema/webhook";
import { testDatabase } from "@/db/testing/database";
import { hubspotCall } from "@/e2e/doubles/hubspot";
import { aContact, connected, hubspotDesk, OBJECTS } from "@/e2e/doubles/hubspot-desk";
import { webhookAddress } from "@/lib/platform/address";
import { baseUrl } from "@/lib/platform/env";
import { takeEvent } from "../../senders/commands";
import { READER, read, readAll } from "../testing/reading";

const { db } = testDatabase();
const desk = hubspotDesk();

async function send(id: string, events: unknown) {
  const address = `${baseUrl()}${webhookAddress("hubspot", id)}`;
  const { body, headers } = hubspotCall(events, { at: new Date(), address });
  const request = new Request(address, { method: "POST", headers, body });
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

describe("K.1 HubSpot’s webhooks", () => {
  it("are kept each by itself, twice sent and out of order, and the contact is read as it is now", async () => {
    const one = aContact(desk);
    const id = await connected(desk, OBJECTS);
    await readAll(id);
    one.properties.jobtitle = "Chief Operating Officer";
    one.properties.lastmodifieddate = new Date().toISOString();
    const [newer, older] = [changeOf(one.id, Date.now()), changeOf(one.id, Date.now() - 3_600_000)];
    expect(await send(id, [newer, older])).toEqual({ status: 202, kept: 2 });
    const again = [{ ...older, attemptNumber: 1 }];
    expect(await send(id, again)).toEqual({ status: 202, kept: 2 });
    expect(await waitingOf(id)).toHaveLength(1);
    await read(id);
    expect(await valueOfLead(one.email, "C1.2")).toBe("Chief Operating Officer");
    expect(await waitingOf(id)).toEqual([]);
  });

  it("tell every admin once whom HubSpot deleted for privacy, and keep it in the lead's history", async () => {
    const one = aContact(desk);
    const id = await connected(desk, OBJECTS);
    await readAll(id);
    const { id: leadId = "" } = (await leadOf(one.email)) ?? {};
    const deleted = { subscriptionType: "contact.privacyDeletion", propertyName: undefined };
    await send(id, [changeOf(one.id, Date.now(), deleted)]);
    await send(id, [changeOf(one.id, Date.now() + 1, deleted)]);
    await send(id, [changeOf("999", Date.now(), deleted)]);
    const told = await db.select().from(notice).where(eq(notice.leadId, leadId));
    expect(told.filter(({ personId }) => personId === desk.admin.id)).toMatchObject([
      { kind: "privacy_deletion" },
    ]);
    const rows = await db.select().from(history).where(eq(history.subjectId, leadId));
    expect(rows.map(({ verb }) => verb)).toContain("deleted for privacy");
    const events = await db.select().from(webhookEvent).where(eq(webhookEvent.connectionId, id));
    expect(events.map(({ words }) => words).toSorted()).toEqual([
      "1 lead deleted there for privacy, which stays here: admins were told",
      "1 lead deleted there for privacy, which stays here: admins were told",
      "nothing of use",
    ]);
  });

  it("never let an older state of a contact overwrite a newer one", async () => {
    const one = aContact(desk);
    const id = await connected(desk, OBJECTS);
    await readAll(id);
    // As a search does whose index lags behind.
    one.properties.jobtitle = "Trainee";
    one.properties.lastmodifieddate = new Date(Date.now() - 3_600_000).toISOString();
    await send(id, [changeOf(one.id, Date.now())]);
    await read(id);
    expect(await valueOfLead(one.email, "C1.2")).toBe("Head of Operations");
  });

  it("are taken as a list only, and nothing is asked for of who was deleted", async () => {
    const one = aContact(desk);
    const id = await connected(desk, OBJECTS);
    expect(await send(id, "no list")).toEqual({ status: 400, kept: 0 });
    const deleted = changeOf(one.id, Date.now(), { subscriptionType: "contact.deletion" });
    expect(await send(id, [deleted])).toEqual({ status: 202, kept: 1 });
    expect(await waitingOf(id)).toEqual([]);
  });
});
