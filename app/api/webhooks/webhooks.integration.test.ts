import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aPerson } from "@/db/factories/people";
import { valueOfLead } from "@/db/factories/read-back";
import { activity } from "@/db/schema/activity";
import { connection } from "@/db/schema/connection";
import { lead } from "@/db/schema/lead";
import { webhookEvent } from "@/db/schema/webhook";
import { testDatabase } from "@/db/testing/database";
import {
  MAUTIC_SECRET,
  mauticCall,
  mauticContact,
  STANDARD_SECRET,
  standardCall,
} from "@/e2e/doubles/webhook-senders";
import { systemActor } from "@/lib/access/viewer";
import { addConnection, removeConnection, setPaused } from "@/lib/connections/commands";
import { findWaiting, forgetEvents, takeEvent } from "@/lib/connections/senders/commands";
import { daysOfEvents } from "@/lib/connections/senders/queries";
import { captureLeads } from "@/lib/intake/commands";
import { POST } from "./[system]/[connection]/route";

const { db, owner } = testDatabase();
const INTAKE = systemActor("job", "Intake");

async function connected(system: "zapier" | "mautic", secrets: Record<string, string>) {
  const admin = await aPerson("admin");
  const name = `${system} ${randomUUID()}`;
  const outcome = await addConnection(admin, { system, name, settings: {}, secrets }, new Date());
  if (!outcome.ok) throw new Error(outcome.reason);
  return { admin, id: outcome.value.id, name };
}
const zapier = () => connected("zapier", { signingSecret: STANDARD_SECRET });
const mautic = () => connected("mautic", { secret: MAUTIC_SECRET });

type Call = { body: string; headers: Record<string, string> };
async function send(system: string, connection: string, { body, headers }: Call) {
  const request = new Request(`http://baton.test/api/webhooks/${system}/${connection}`, {
    method: "POST",
    headers,
    body,
  });
  const response = await POST(request, { params: Promise.resolve({ system, connection }) });
  return { status: response.status, said: await response.json() };
}

const eventsOf = (connectionId: string) =>
  db.select().from(webhookEvent).where(eq(webhookEvent.connectionId, connectionId));
async function takeAll(connectionId: string, now = new Date()) {
  for (const { id } of await eventsOf(connectionId)) await takeEvent(INTAKE, id, now);
}
const address = () => `ase.${randomUUID()}@nordlys.example`;
const leadsBy = (email: string) => db.select().from(lead).where(eq(lead.email, email));
const did = (leadId: string) => db.select().from(activity).where(eq(activity.leadId, leadId));
const jobsFor = async (eventId: string) => {
  const rows = await owner.execute(sql`
    select id from pgboss.job where name = 'take-webhook' and data ->> 'eventId' = ${eventId}`);
  return rows.length;
};

const leadMessage = (email: string) => ({
  type: "lead",
  timestamp: "2026-05-04T09:00:00Z",
  data: { email, firstName: "Åse", lastName: "Berg", company: "Nordlys Frakt AS" },
});

describe("K.1 POST /api/webhooks/{system}/{connection}", () => {
  it("keeps an event before it says so, and its job makes a lead of it, once", async () => {
    const { id, name } = await zapier();
    const email = address();
    const call = standardCall(leadMessage(email), { id: "msg_1", at: new Date() });
    expect(await send("zapier", id, call)).toEqual({
      status: 202,
      said: { received: true, repeated: false },
    });
    const [event] = await eventsOf(id);
    expect(event).toMatchObject({ state: "waiting", body: call.body });
    expect(await jobsFor(event?.id ?? "")).toBe(1);
    await takeAll(id);
    await takeAll(id);
    expect(await leadsBy(email)).toHaveLength(1);
    expect(await eventsOf(id)).toMatchObject([{ state: "taken", words: "1 lead" }]);
    expect(name).toContain("zapier");
  });

  it("takes one event once, though it comes again with another time and signature, or at once", async () => {
    const { id } = await zapier();
    const email = address();
    const [first, again] = [0, 30_000].map((ms) =>
      standardCall(leadMessage(email), { id: "msg_2", at: new Date(Date.now() - ms) }),
    ) as [Call, Call];
    const answers = await Promise.all([
      send("zapier", id, first),
      send("zapier", id, first),
      send("zapier", id, again),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    expect(answers.filter(({ said }) => !said.repeated)).toHaveLength(1);
    expect(await eventsOf(id)).toHaveLength(1);
  });

  it("keeps nothing of whoever cannot prove themselves", async () => {
    const { id } = await zapier();
    const good = standardCall(leadMessage(address()), { id: "msg_3", at: new Date() });
    expect((await send("zapier", id, { ...good, headers: {} })).status).toBe(400);
    expect((await send("mautic", id, good)).status).toBe(404);
    expect((await send("zapier", randomUUID(), good)).status).toBe(404);
    expect((await send("zapier", "1'--", good)).status).toBe(404);
    expect((await send("nobody", id, good)).status).toBe(404);
    expect(await eventsOf(id)).toEqual([]);
  });

  it("takes what can be read of a list, and says of the rest why not", async () => {
    const { id } = await zapier();
    const email = address();
    const data = [{ email }, { email: "nobody at all" }, { colour: "red" }];
    await send("zapier", id, standardCall({ type: "lead", data }, { id: "msg_5", at: new Date() }));
    await send(
      "zapier",
      id,
      standardCall({ type: "deal", data: {} }, { id: "msg_6", at: new Date() }),
    );
    await takeAll(id);
    const events = await eventsOf(id);
    const wordsOf = (key: string) => events.find((event) => event.key === key);
    expect(await leadsBy(email)).toHaveLength(1);
    expect(wordsOf("msg_5")).toMatchObject({ state: "taken" });
    expect(wordsOf("msg_5")?.words).toMatch(/^1 lead; not read: 2: email .*; 3: /);
    expect(wordsOf("msg_6")).toMatchObject({
      state: "unreadable",
      words: "not read: The type deal is not lead or activity.",
    });
  });

  it("C3 takes a contact of Mautic with what it did, once however often it is sent", async () => {
    const { id } = await mautic();
    const email = address();
    const contact = mauticContact(7, email);
    const hit = {
      hit: {
        url: "https://nordlys.example/pricing",
        urlTitle: "Pricing",
        dateHit: new Date(Date.now() - 60_000).toISOString(),
        userAgent: "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0",
        lead: contact,
      },
      timestamp: new Date().toISOString(),
    };
    const call = mauticCall({ "mautic.page_on_hit": [hit] });
    expect((await send("mautic", id, call)).status).toBe(202);
    expect((await send("mautic", id, call)).said).toMatchObject({ repeated: true });
    // The same hit once more, in a batch with another event: other bytes, the same activity.
    const batch = { "mautic.page_on_hit": [hit], "mautic.lead_points_change": [{ contact }] };
    await send("mautic", id, mauticCall(batch));
    await takeAll(id);
    const [known] = await leadsBy(email);
    expect(known).toMatchObject({ email });
    expect(await did(known?.id ?? "")).toMatchObject([{ kind: "page_viewed" }]);
    const words = (await eventsOf(id)).map((event) => event.words).toSorted();
    expect(words).toEqual(["1 lead, 1 activity", "1 lead, 1 activity known already"]);
  });

  it("C3 keeps what somebody did until their lead comes, by whatever way, and takes it once", async () => {
    const { id } = await zapier();
    const email = address();
    const at = new Date(Date.now() - 60_000).toISOString();
    const form = { id: randomUUID(), leadEmail: email, kind: "form_submitted", form: "Demo" };
    const activity = { type: "activity", data: { ...form, occurredAt: at } };
    await send("zapier", id, standardCall(activity, { id: "msg_10", at: new Date() }));
    await send("zapier", id, standardCall(activity, { id: "msg_11", at: new Date() }));
    await takeAll(id);
    expect((await eventsOf(id)).map(({ words }) => words).toSorted()).toEqual([
      ...["1 activity", "1 activity known already"],
    ]);
    await captureLeads(INTAKE, [{ input: { email }, source: "form", provider: "API" }], new Date());
    const [known] = await leadsBy(email);
    expect(await did(known?.id ?? "")).toMatchObject([{ kind: "form_submitted" }]);
    const unknown = { ...form, id: randomUUID(), leadEmail: undefined, leadId: randomUUID() };
    const nobodys = { type: "activity", data: { ...unknown, occurredAt: at } };
    await send("zapier", id, standardCall(nobodys, { id: "msg_12", at: new Date() }));
    await takeAll(id);
    expect((await eventsOf(id)).map(({ words }) => words)).toContain(
      `not read: no lead has the leadId ${unknown.leadId}`,
    );
  });

  it("C lets a newer value go before one that a clock ahead of ours stamped with 2031", async () => {
    const { id } = await zapier();
    const email = address();
    const said = (data: object, key: string) =>
      send("zapier", id, standardCall({ type: "lead", data }, { id: key, at: new Date() }));
    const capturedAt = "2031-01-01T00:00:00Z";
    await said({ email, jobTitle: "Head of Operations", capturedAt }, "msg_15");
    await takeAll(id);
    await said({ email, jobTitle: "Chief Financial Officer" }, "msg_16");
    await takeAll(id);
    expect(await valueOfLead(email, "C1.2")).toBe("Chief Financial Officer");
    const [known] = await leadsBy(email);
    expect(known?.capturedAt.getTime()).toBeLessThanOrEqual(Date.now());
  });

  it("C3 keeps a visit of Mautic's until its contact says who they are", async () => {
    const { id } = await mautic();
    const email = address();
    const timestamp = new Date().toISOString();
    const url = "https://nordlys.example/pricing";
    const hit = { url, dateHit: timestamp, lead: mauticContact(9, null) };
    await send("mautic", id, mauticCall({ "mautic.page_on_hit": [{ hit, timestamp }] }));
    await takeAll(id);
    const contact = mauticContact(9, email);
    const named = { "mautic.lead_post_save_new": [{ contact, timestamp }] };
    await send("mautic", id, mauticCall(named));
    await takeAll(id);
    const [known] = await leadsBy(email);
    expect(await did(known?.id ?? "")).toMatchObject([{ kind: "page_viewed" }]);
  });

  it("K.5 keeps what comes while it is paused, and takes it in once it is resumed", async () => {
    const { admin, id } = await zapier();
    await setPaused(admin, { connectionId: id, paused: true }, new Date());
    const email = address();
    const call = standardCall(leadMessage(email), { id: "msg_7", at: new Date() });
    expect((await send("zapier", id, call)).status).toBe(202);
    const [event] = await eventsOf(id);
    // It may be resumed in the same moment, by somebody who does not see what is being kept.
    expect(await jobsFor(event?.id ?? "")).toBe(1);
    await takeAll(id);
    expect(await leadsBy(email)).toEqual([]);
    await setPaused(admin, { connectionId: id, paused: false }, new Date());
    expect(await jobsFor(event?.id ?? "")).toBe(2);
    await takeAll(id);
    expect(await leadsBy(email)).toHaveLength(1);
  });

  it("K.5 takes in at last what waits though its tries are used up", async () => {
    const { admin, id } = await zapier();
    const email = address();
    await send("zapier", id, standardCall(leadMessage(email), { id: "msg_14", at: new Date() }));
    const [event] = await eventsOf(id);
    const eventId = event?.id ?? "";
    const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);
    await findWaiting(INTAKE, later(2));
    expect(await jobsFor(eventId)).toBe(1);
    await owner.execute(sql`
      update pgboss.job set state = 'failed'
      where name = 'take-webhook' and data ->> 'eventId' = ${eventId}`);
    await findWaiting(INTAKE, new Date());
    expect(await jobsFor(eventId)).toBe(1);
    await setPaused(admin, { connectionId: id, paused: true }, new Date());
    await findWaiting(INTAKE, later(2));
    expect(await jobsFor(eventId)).toBe(1);
    await db.update(connection).set({ paused: false }).where(eq(connection.id, id));
    await findWaiting(INTAKE, later(2));
    await findWaiting(INTAKE, later(4));
    expect(await jobsFor(eventId)).toBe(2);
  });

  it("K.5 is there no more once the connection is removed", async () => {
    const { admin, id } = await mautic();
    await removeConnection(admin, { connectionId: id }, new Date());
    expect((await send("mautic", id, mauticCall({}))).status).toBe(404);
  });

  it("M.2 is counted by day, and forgotten after thirty days, but not while it waits for a connection that is there", async () => {
    const { admin, id } = await zapier();
    const now = new Date();
    await send("zapier", id, standardCall(leadMessage(address()), { id: "msg_8", at: now }));
    await takeAll(id);
    await send("zapier", id, standardCall(leadMessage(address()), { id: "msg_9", at: now }));
    const later = new Date(now.getTime() + 31 * 86_400_000);
    expect((await daysOfEvents(admin, [id], new Date())).get(id)).toMatchObject({
      taken: 1,
      waiting: 1,
      unreadable: 0,
    });
    while ((await forgetEvents(INTAKE, later)) > 0);
    expect(await eventsOf(id)).toMatchObject([{ key: "msg_9" }]);
    await removeConnection(admin, { connectionId: id }, now);
    while ((await forgetEvents(INTAKE, later)) > 0);
    expect(await eventsOf(id)).toEqual([]);
    await expect(daysOfEvents(await aPerson("rep"), [id], now)).rejects.toThrow("see connections");
  });
});
