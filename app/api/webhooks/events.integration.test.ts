import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aPerson } from "@/db/factories/people";
import { activity } from "@/db/schema/activity";
import { history } from "@/db/schema/history";
import { lead } from "@/db/schema/lead";
import { testDatabase } from "@/db/testing/database";
import { STANDARD_SECRET, standardCall } from "@/e2e/doubles/webhook-senders";
import { systemActor } from "@/lib/access/viewer";
import { addConnection, removeConnection, setPaused } from "@/lib/connections/commands";
import { replayCame } from "@/lib/connections/events/commands";
import { eventOf, eventPage, sendingConnection } from "@/lib/connections/events/queries";
import { forgetRefusals } from "@/lib/connections/refusals/commands";
import { refusalsByDay } from "@/lib/connections/refusals/queries";
import { takeEvent } from "@/lib/connections/senders/commands";
import { daysOfEvents } from "@/lib/connections/senders/queries";
import { syncs } from "@/lib/connections/sync/queries";
import { HOUR } from "@/lib/platform/durations";
import { POST } from "./[system]/[connection]/route";

const { db, owner } = testDatabase();
const INTAKE = systemActor("job", "Intake");

async function connected() {
  const admin = await aPerson("admin");
  const given = { system: "zapier", settings: {}, secrets: { signingSecret: STANDARD_SECRET } };
  const outcome = await addConnection(admin, { ...given, name: randomUUID() }, new Date());
  if (!outcome.ok) throw new Error(outcome.reason);
  return { admin, id: outcome.value.id };
}

type Given = { type: string; timestamp?: string; data: object };
async function send(connection: string, message: Given, wrong = false) {
  const { body, headers } = standardCall(message, { id: `msg_${randomUUID()}`, at: new Date() });
  const request = new Request(`http://baton.test/api/webhooks/zapier/${connection}`, {
    method: "POST",
    headers,
    body: wrong ? `${body} ` : body,
  });
  return POST(request, { params: Promise.resolve({ system: "zapier", connection }) });
}

const address = () => `ase.${randomUUID()}@nordlys.example`;
const aLead = (email: string, more: object = {}): Given => ({
  type: "lead",
  data: { email, firstName: "Åse", lastName: "Berg", ...more },
});
const anEvent = (email: string): Given => ({
  type: "activity",
  data: {
    ...{ id: randomUUID(), leadEmail: email, kind: "page_viewed", path: "/pricing" },
    occurredAt: new Date().toISOString(),
  },
});
const listed = async (viewer: Awaited<ReturnType<typeof aPerson>>, id: string, filter = {}) =>
  (await eventPage(viewer, id, filter, { limit: 50 })).rows;
async function takeAll(viewer: Awaited<ReturnType<typeof aPerson>>, id: string) {
  for (const row of (await listed(viewer, id)).toReversed())
    await takeEvent(INTAKE, row.id, new Date());
}
const jobsFor = async (eventId: string) => {
  const rows = await owner.execute(sql`
    select id from pgboss.job where name = 'take-webhook' and data ->> 'eventId' = ${eventId}`);
  return rows.length;
};
const titleOf = async (email: string) => {
  const [row] = await db.execute<{ value: string }>(sql`
    select f.value from lead_field f join lead l on l.id = f.lead_id
    where l.email = ${email} and f.field_id = 'C1.2' and f.prevails`);
  return row?.value;
};

describe("M.2 what a connection sent, event by event", () => {
  it("lists the latest first, by state and by time, page by page", async () => {
    const { admin, id } = await connected();
    const email = address();
    await send(id, aLead(email));
    await send(id, { type: "deal", data: {} });
    await send(id, anEvent(email));
    await takeAll(admin, id);
    const all = await listed(admin, id);
    expect(all.map(({ state }) => state).toSorted()).toEqual(["taken", "taken", "unreadable"]);
    const times = all.map(({ receivedAt }) => receivedAt.getTime());
    expect(times).toEqual(times.toSorted((one, other) => other - one));
    expect(await listed(admin, id, { state: "unreadable" })).toMatchObject([
      { words: "not read: The type deal is not lead or activity." },
    ]);
    expect(await listed(admin, id, { since: new Date(Date.now() + HOUR) })).toEqual([]);
    const seen: string[] = [];
    let after: { at: string; id: string } | undefined;
    do {
      const { rows, more } = await eventPage(admin, id, {}, { limit: 2, after });
      seen.push(...rows.map((row) => row.id));
      const last = more ? rows.at(-1) : undefined;
      after = last && { at: last.receivedAt.toISOString(), id: last.id };
    } while (after);
    expect(seen).toEqual(all.map((row) => row.id));
  });

  it("shows the payload of one with secrets masked, to whoever may see connections only", async () => {
    const { admin, id } = await connected();
    await send(id, { type: "lead", data: { email: address(), apiKey: "k-4711" } });
    const [row] = await listed(admin, id);
    const shown = await eventOf(admin, id, row?.id ?? "");
    expect(shown?.payload).toContain('"apiKey": "(masked)"');
    expect(shown?.payload).not.toContain("4711");
    expect(await eventOf(admin, (await connected()).id, row?.id ?? "")).toBeNull();
    expect(await eventOf(admin, id, "1'--")).toBeNull();
    expect(await sendingConnection(admin, "1'--")).toBeNull();
    const rep = await aPerson("rep");
    await expect(eventOf(rep, id, row?.id ?? "")).rejects.toThrow("see connections");
    await expect(eventPage(rep, id, {}, { limit: 1 })).rejects.toThrow("see connections");
    await expect(sendingConnection(rep, id)).rejects.toThrow("see connections");
  });
});

describe("K.5 an event is replayed", () => {
  it("with the same effect once, and a line in history", async () => {
    const { admin, id } = await connected();
    const ops = await aPerson("marketing_ops");
    const email = address();
    await send(id, aLead(email));
    await send(id, anEvent(email));
    await takeAll(admin, id);
    const [event] = await listed(admin, id);
    const eventId = event?.id ?? "";
    const before = await jobsFor(eventId);
    const outcome = await replayCame(ops, { connectionId: id, eventId }, new Date());
    expect(outcome).toEqual({ ok: true, value: { replayed: 1, waits: false } });
    expect(await jobsFor(eventId)).toBe(before + 1);
    expect((await listed(admin, id))[0]).toMatchObject({ state: "waiting", words: null });
    await takeAll(admin, id);
    expect((await listed(admin, id))[0]).toMatchObject({ state: "taken" });
    const [known] = await db.select().from(lead).where(eq(lead.email, email));
    const did = await db
      .select()
      .from(activity)
      .where(eq(activity.leadId, known?.id ?? ""));
    expect(did).toHaveLength(1);
    const told = await db
      .select()
      .from(history)
      .where(and(eq(history.subjectId, id), eq(history.verb, "replayed")));
    expect(told).toMatchObject([{ actorId: ops.id, after: { eventId, events: 1 } }]);
  });

  it("undoes nothing newer: what came after it stands", async () => {
    const { admin, id } = await connected();
    const email = address();
    const externalId = randomUUID();
    await send(id, aLead(email, { jobTitle: "Head of Operations", externalId }));
    const [old] = await listed(admin, id);
    const moved = address();
    await send(id, aLead(moved, { jobTitle: "COO", externalId }));
    await takeAll(admin, id);
    expect(await titleOf(moved)).toBe("COO");
    await replayCame(admin, { connectionId: id, eventId: old?.id ?? "" }, new Date());
    await takeAll(admin, id);
    expect(await titleOf(moved)).toBe("COO");
    expect(await db.select().from(lead).where(eq(lead.email, email))).toEqual([]);
  });

  it("by time, all of it or what could not be read", async () => {
    const { admin, id } = await connected();
    await send(id, aLead(address()));
    await send(id, { type: "deal", data: {} });
    await takeAll(admin, id);
    const span = {
      connectionId: id,
      from: new Date(Date.now() - HOUR),
      to: new Date(Date.now() + HOUR),
    };
    const some = await replayCame(admin, { ...span, only: "unreadable" }, new Date());
    expect(some).toMatchObject({ ok: true, value: { replayed: 1 } });
    expect(await listed(admin, id, { state: "waiting" })).toHaveLength(1);
    const all = await replayCame(admin, { ...span, only: "all" }, new Date());
    expect(all).toMatchObject({ ok: true, value: { replayed: 2 } });
    const past = { ...span, from: new Date(0), to: new Date(1) };
    expect(await replayCame(admin, { ...past, only: "all" }, new Date())).toMatchObject({
      ok: false,
    });
    const backwards = { ...span, from: span.to, to: span.from, only: "all" as const };
    expect(await replayCame(admin, backwards, new Date())).toMatchObject({ field: "to" });
  });

  it("waits where the connection is paused, and not at all where it is removed or not theirs", async () => {
    const { admin, id } = await connected();
    await send(id, aLead(address()));
    await takeAll(admin, id);
    const [row] = await listed(admin, id);
    const one = { connectionId: id, eventId: row?.id ?? "" };
    const before = await jobsFor(one.eventId);
    await setPaused(admin, { connectionId: id, paused: true }, new Date());
    expect(await replayCame(admin, one, new Date())).toMatchObject({ value: { waits: true } });
    expect(await jobsFor(one.eventId)).toBe(before);
    const other = await connected();
    const foreign = { connectionId: other.id, eventId: one.eventId };
    expect(await replayCame(admin, foreign, new Date())).toMatchObject({ ok: false });
    await expect(replayCame(await aPerson("manager"), one, new Date())).rejects.toThrow("replay");
    await removeConnection(admin, { connectionId: id }, new Date());
    expect(await replayCame(admin, one, new Date())).toMatchObject({ ok: false });
  });
});

describe("K.5 a call that proves nothing", () => {
  it("is counted by reason and day, also in a flood, and nothing of it is kept", async () => {
    const { admin, id } = await connected();
    const said = await Promise.all(
      Array.from({ length: 12 }, () => send(id, aLead(address()), true)),
    );
    expect(said.map(({ status }) => status)).toEqual(Array(12).fill(401));
    expect(await listed(admin, id)).toEqual([]);
    const reason = "The signature is not this connection's.";
    expect(await refusalsByDay(admin, id)).toMatchObject([{ reason, count: 12 }]);
    const day = (await daysOfEvents(admin, [id], new Date())).get(id);
    expect(day?.refused).toMatchObject([{ reason, count: 12 }]);
    const sync = (await syncs(admin, new Date())).find((one) => one.id === id);
    expect(sync?.failures).toEqual([
      { cause: "Refused: the signature is not this connection's", count: 12 },
    ]);
    const later = new Date(Date.now() + 32 * 24 * HOUR);
    await forgetRefusals(INTAKE, later);
    expect(await refusalsByDay(admin, id)).toEqual([]);
    await expect(refusalsByDay(await aPerson("rep"), id)).rejects.toThrow("see connections");
  });
});

describe("C an event that comes hours late", () => {
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();

  it("is taken as of its own time, so that it undoes nothing newer", async () => {
    const { admin, id } = await connected();
    const email = address();
    const said = async (jobTitle: string, timestamp: string, more: object = {}) => {
      await send(id, { ...aLead(email, { jobTitle, ...more }), timestamp });
      await takeAll(admin, id);
      return titleOf(email);
    };
    expect(await said("Chief Operating Officer", hoursAgo(2))).toBe("Chief Operating Officer");
    expect(await said("Junior Clerk", hoursAgo(9))).toBe("Chief Operating Officer");
    // What a lead itself says of its time goes before that.
    const own = { capturedAt: hoursAgo(1) };
    expect(await said("Chief Executive", hoursAgo(9), own)).toBe("Chief Executive");
    // A time that cannot be read is when it came, and so is one that is ahead of ours.
    expect(await said("Chief of Staff", "yesterday")).toBe("Chief of Staff");
    expect(await said("Chair", hoursAgo(-5_000))).toBe("Chair");
    expect(await said("Chair of the Board", new Date().toISOString())).toBe("Chair of the Board");
  });
});
