import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST } from "@/app/api/webhooks/[system]/[connection]/route";
import { aPerson } from "@/db/factories/people";
import { connection } from "@/db/schema/connection";
import { history } from "@/db/schema/history";
import { testDatabase } from "@/db/testing/database";
import {
  HUBSPOT_SECRET,
  HUBSPOT_TOKEN,
  type Hubspot,
  hubspotCall,
  startHubspot,
} from "@/e2e/doubles/hubspot";
import { MAUTIC_SECRET, mauticCall, mauticContact } from "@/e2e/doubles/webhook-senders";
import type { Viewer } from "@/lib/access/viewer";
import { webhookAddress } from "@/lib/platform/address";
import { HOUR } from "@/lib/platform/durations";
import { baseUrl } from "@/lib/platform/env";
import { addConnection, changeConnection } from "./commands";
import { replaceSecrets } from "./proof/commands";
import { connections } from "./queries";
import { openSecrets, type Secrets } from "./secrets";

const { db } = testDatabase();
const NEXT = "another-secret-2026";
const ago = (hours: number) => new Date(Date.now() - hours * HOUR);
let hubspot: Hubspot;
let admin: Viewer;
beforeAll(async () => {
  hubspot = await startHubspot();
  admin = await aPerson("admin");
});
afterAll(() => hubspot.close());

async function connected(system: string, settings: Secrets, secrets: Secrets) {
  const name = `${system} ${randomUUID()}`;
  const outcome = await addConnection(admin, { system, name, settings, secrets }, ago(200));
  if (!outcome.ok) throw new Error(outcome.reason);
  return { id: outcome.value.id, name };
}
const aHubspot = () =>
  connected(
    "hubspot",
    { address: hubspot.address },
    { accessToken: HUBSPOT_TOKEN, clientSecret: HUBSPOT_SECRET },
  );

/** The status that a call is answered with. */
async function answered(system: string, id: string, call: { body: string; headers: object }) {
  const headers = call.headers as Record<string, string>;
  const address = `http://baton.test/api/webhooks/${system}/${id}`;
  const request = new Request(address, { method: "POST", headers, body: call.body });
  return (await POST(request, { params: Promise.resolve({ system, connection: id }) })).status;
}
let objectId = 7;
const hubspotTells = (id: string) => {
  objectId += 1;
  const event = { eventId: 1, objectId, subscriptionType: "contact.creation" };
  const body = [{ ...event, occurredAt: Date.now(), attemptNumber: 0, portalId: 1 }];
  const address = `${baseUrl()}${webhookAddress("hubspot", id)}`;
  return answered("hubspot", id, hubspotCall(body, { at: new Date(), address }));
};
const mauticTells = (id: string, secret: string) => {
  const contact = mauticContact(7, `${randomUUID()}@nordlys.example`);
  const saved = [{ contact, timestamp: new Date().toISOString() }];
  return answered("mautic", id, mauticCall({ "mautic.lead_post_save_new": saved }, secret));
};
const replace = (connectionId: string, secrets: Secrets, at: Date, hours?: number) =>
  replaceSecrets(admin, { connectionId, secrets, ...(hours === undefined ? {} : { hours }) }, at);
const untilOf = async (id: string) =>
  (await connections(admin, new Date())).find((view) => view.id === id)?.earlierUntil;
const keptOf = async (id: string) => {
  const [row] = await db.select().from(connection).where(eq(connection.id, id));
  return openSecrets(row?.secrets ?? null, id);
};

describe("K.5 replacing one of several secrets", () => {
  it("keeps those that are left empty: HubSpot's webhooks are proven as before", async () => {
    const { id } = await aHubspot();
    expect(await hubspotTells(id)).toBe(202);
    const typed = { accessToken: HUBSPOT_TOKEN, clientSecret: "" };
    expect(await replace(id, typed, new Date())).toMatchObject({ ok: true });
    expect(await hubspotTells(id)).toBe(202);
    expect(await untilOf(id)).toBeNull();
  });

  it("wants one of them", async () => {
    const { id } = await aHubspot();
    expect(await replace(id, { accessToken: " " }, new Date())).toMatchObject({ ok: false });
    expect(await keptOf(id)).toMatchObject({ accessToken: HUBSPOT_TOKEN });
  });

  it("keeps the others too where one is typed beside the settings", async () => {
    const { id, name } = await aHubspot();
    const settings = { address: hubspot.address, stages: "lead" };
    const secrets = { accessToken: HUBSPOT_TOKEN };
    const change = { connectionId: id, name, settings, secrets };
    expect(await changeConnection(admin, change, new Date())).toMatchObject({ ok: true });
    expect(await hubspotTells(id)).toBe(202);
  });

  it("sends none to another address, and keeps what proves calls, which goes to none", async () => {
    const { id, name } = await aHubspot();
    const settings = { address: "https://elsewhere.example" };
    const change = { connectionId: id, name, settings, secrets: {} };
    expect(await changeConnection(admin, change, new Date())).toMatchObject({
      ok: false,
      field: "secrets.accessToken",
    });
    const typed = { ...change, secrets: { accessToken: "pat-another" } };
    expect(await changeConnection(admin, typed, new Date())).toMatchObject({ ok: true });
    expect(await keptOf(id)).toEqual({ accessToken: "pat-another", clientSecret: HUBSPOT_SECRET });
  });
});

describe("K.5 removing a secret that a system can do without", () => {
  const remove = (connectionId: string, removed: string[], secrets: Secrets = {}) =>
    replaceSecrets(admin, { connectionId, secrets, removed }, new Date());

  it("keeps the others, and takes no call any more that it proved, nor the one before it", async () => {
    const { id } = await aHubspot();
    await replace(id, { clientSecret: "the next client secret" }, ago(2));
    expect(await hubspotTells(id)).toBe(202);
    expect(await remove(id, ["clientSecret"])).toMatchObject({ ok: true });
    expect(await keptOf(id)).toEqual({ accessToken: HUBSPOT_TOKEN });
    expect(await hubspotTells(id)).toBe(401);
    expect(await untilOf(id)).toBeNull();
    const rows = await db.select().from(history).where(eq(history.subjectId, id));
    expect(rows.map(({ after }) => after)).toContainEqual({
      ...{ secrets: [], earlierUntil: null, removed: ["clientSecret"] },
    });
    expect(await remove(id, ["clientSecret"])).toMatchObject({ ok: false });
  });

  it("is refused of one that it needs, of one that is none, and of one that is typed as well", async () => {
    const { id } = await aHubspot();
    for (const key of ["accessToken", "address", "earlierSecrets", "toString"])
      expect(await remove(id, [key])).toMatchObject({ ok: false });
    expect(await remove(id, ["clientSecret"], { clientSecret: "new" })).toMatchObject({
      ok: false,
    });
    expect(await keptOf(id)).toEqual({ accessToken: HUBSPOT_TOKEN, clientSecret: HUBSPOT_SECRET });
  });

  it("is not done where the system cannot be asked without it", async () => {
    const settings = { address: "https://mautic.example", clientId: "1_baton" };
    const secrets = { secret: MAUTIC_SECRET, clientSecret: "s3cret" };
    const { id } = await connected("mautic", settings, secrets);
    expect(await remove(id, ["clientSecret"])).toMatchObject({ ok: false });
    expect(await keptOf(id)).toMatchObject(secrets);
  });
});

describe("K.5 replacing the secret that proves calls", () => {
  const mautic = () => connected("mautic", {}, { secret: MAUTIC_SECRET });

  it("takes what bears the one before for a day, and says until when", async () => {
    const { id } = await mautic();
    const at = ago(23);
    expect(await replace(id, { secret: NEXT }, at)).toMatchObject({ ok: true });
    expect(await mauticTells(id, NEXT)).toBe(202);
    expect(await mauticTells(id, MAUTIC_SECRET)).toBe(202);
    expect(await mauticTells(id, "a-third-secret")).toBe(401);
    expect(await untilOf(id)).toEqual(new Date(at.getTime() + 24 * HOUR));
  });

  it("takes it no more once that is over, nor at all where it got into the wrong hands", async () => {
    const { id } = await mautic();
    await replace(id, { secret: NEXT }, ago(25));
    expect(await mauticTells(id, MAUTIC_SECRET)).toBe(401);
    expect(await untilOf(id)).toBeNull();
    await replace(id, { secret: MAUTIC_SECRET }, new Date(), 0);
    expect(await mauticTells(id, NEXT)).toBe(401);
    expect(await mauticTells(id, MAUTIC_SECRET)).toBe(202);
  });

  it("ends those of before as well where nothing is to hold besides", async () => {
    const { id } = await mautic();
    await replace(id, { secret: NEXT }, ago(2));
    await replace(id, { secret: "a-third-secret" }, ago(1), 0);
    expect(await mauticTells(id, MAUTIC_SECRET)).toBe(401);
    expect(await mauticTells(id, "a-third-secret")).toBe(202);
  });

  it("holds on while another secret is replaced", async () => {
    const { id } = await aHubspot();
    await replace(id, { clientSecret: "the next client secret" }, ago(2));
    await replace(id, { accessToken: HUBSPOT_TOKEN }, ago(1));
    expect(await hubspotTells(id)).toBe(202);
    expect(await untilOf(id)).toBeInstanceOf(Date);
  });
});
