import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aPerson } from "@/db/factories/people";
import { did, leadOf, valueOfLead } from "@/db/factories/read-back";
import { takeKept } from "@/db/factories/webhooks";
import { webhookEvent } from "@/db/schema/webhook";
import { testDatabase } from "@/db/testing/database";
import { hubspotCall } from "@/e2e/doubles/hubspot";
import { aContact, connected, hubspotDesk, OBJECTS } from "@/e2e/doubles/hubspot-desk";
import { MAUTIC_SECRET, mauticCall, mauticContact } from "@/e2e/doubles/webhook-senders";
import { addConnection } from "@/lib/connections/commands";
import { later, readAll } from "@/lib/connections/sources/testing/reading";
import { webhookAddress } from "@/lib/platform/address";
import { baseUrl } from "@/lib/platform/env";
import { POST } from "./[system]/[connection]/route";

const { db } = testDatabase();
const desk = hubspotDesk();

const addressOf = (system: string, id: string) => `${baseUrl()}${webhookAddress(system, id)}`;
async function post(system: string, id: string, { body, headers }: ReturnType<typeof mauticCall>) {
  const request = new Request(addressOf(system, id), { method: "POST", headers, body });
  const response = await POST(request, { params: Promise.resolve({ system, connection: id }) });
  expect(response.status).toBe(202);
  await takeKept(id);
}
const kept = (id: string) =>
  db.select().from(webhookEvent).where(eq(webhookEvent.connectionId, id));

describe("K.5 a system that calls, whose fields have another type by now", () => {
  it("hubspot: what changed is read back, whatever type its numbers, times and values come in", async () => {
    const [one, other] = [aContact(desk), aContact(desk)];
    const id = await connected(desk, OBJECTS);
    await readAll(id);
    for (const { properties } of desk.hubspot.account.contacts)
      Object.assign(properties, { jobtitle: "Chair", lastmodifieddate: later(2).toISOString() });
    const said = {
      ...{ eventId: "77", subscriptionType: "contact.propertyChange", portalId: "33" },
      ...{ occurredAt: new Date().toISOString(), propertyName: ["jobtitle"], attemptNumber: "0" },
    };
    const events = [
      { ...said, objectId: one.id, propertyValue: { is: "Chair" } },
      { ...said, objectId: Number(other.id), propertyValue: 7 },
      { ...said, objectId: { none: true }, propertyValue: null },
      { ...said, subscriptionType: 7, objectId: 7 },
    ];
    const at = new Date();
    await post("hubspot", id, hubspotCall(events, { at, address: addressOf("hubspot", id) }));
    expect((await kept(id)).map(({ state }) => state)).toEqual(Array(4).fill("taken"));
    await readAll(id, later(1));
    for (const { email } of [one, other]) expect(await valueOfLead(email, "C1.2")).toBe("Chair");
  });

  it("mautic: somebody is known without what cannot be read, which is told, and so are the others", async () => {
    const admin = await aPerson("admin");
    const given = { system: "mautic", name: `Mautic ${randomUUID()}`, settings: {} };
    const secrets = { secret: MAUTIC_SECRET };
    const outcome = await addConnection(admin, { ...given, secrets }, new Date());
    if (!outcome.ok) throw new Error(outcome.reason);
    const { id } = outcome.value;
    const address = () => `ase.${randomUUID()}@nordlys.example`;
    const [odd, flat, good] = [address(), address(), address()];
    const timestamp = new Date().toISOString();
    const retyped = mauticContact(1, odd);
    Object.assign(retyped, { points: "twelve" });
    Object.assign(retyped.fields.core.position, { type: "multiselect", value: ["VP", "Chair"] });
    Object.assign(retyped.fields.core.mobile, { type: "number", value: 4_791_812_345 });
    // A group that is a list, as PHP writes an empty map, and a field that is its value.
    const bare = mauticContact(2, flat);
    Object.assign(bare.fields, { social: [], personal: "none" });
    Object.assign(bare.fields.core, { position: "Chair" });
    const contacts = [retyped, bare, mauticContact(3, good)];
    const hit = { url: 7, urlTitle: {}, dateHit: 20_260_504, lead: mauticContact(3, good) };
    const view = { ...hit, url: "https://nordlys.example/pricing", dateHit: timestamp };
    await post(
      "mautic",
      id,
      mauticCall({
        "mautic.lead_post_save_update": contacts.map((contact) => ({ contact, timestamp })),
        "mautic.page_on_hit": [hit, view].map((one) => ({ hit: one, timestamp })),
        "mautic.form_on_submit": { submission: "none" },
      }),
    );
    const [{ state, words } = { state: "", words: "" }] = await kept(id);
    expect(state).toBe("taken");
    expect(words).toMatch(/^5 leads, 1 activity; not read: occurr/);
    for (const email of [odd, flat, good]) expect(await leadOf(email)).toBeDefined();
    expect(await valueOfLead(odd, "C1.2")).toBeUndefined();
    expect(await valueOfLead(good, "C1.2")).toBe("Head of Operations");
    expect((await did(good)).map(({ details }) => (details as { path?: string }).path)).toContain(
      "/pricing",
    );
  });
});
