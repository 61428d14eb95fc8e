import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aCrm, outgoingOf } from "@/db/factories/crms";
import { aRoutedLead } from "@/db/factories/notices";
import { aPerson } from "@/db/factories/people";
import { enrichmentHealth } from "@/db/schema/enrichment";
import { outgoing } from "@/db/schema/outgoing";
import { testDatabase } from "@/db/testing/database";
import {
  type Salesforce,
  salesforceGiven,
  startSalesforce,
} from "@/e2e/doubles/salesforce/salesforce";
import { systemActor, type Viewer } from "@/lib/access/viewer";
import { removeConnection, setPaused } from "../../commands";
import { sendOutgoing } from "../sending/commands";
import { sendAnew } from "./commands";
import { outgoingOne, outgoingPage, writingConnection } from "./queries";

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

const listed = async (filter: object = {}) =>
  (await outgoingPage(ops, connectionId, filter, { limit: 50 })).rows;
const idOf = async (leadId: string) => (await outgoingOf(leadId, connectionId))[0]?.id ?? "";
const there = (leadId: string) =>
  salesforce.tables.Lead.filter(({ Baton_Id__c }) => Baton_Id__c === leadId);

describe("M.2 what goes out to a CRM, event by event", () => {
  it("is listed by state and time, and page by page", async () => {
    const [one, other] = [await aRoutedLead(ops, now), await aRoutedLead(ops, now)];
    expect((await listed()).map(({ state }) => state)).toEqual(["waiting", "waiting"]);
    await sendOutgoing(job, connectionId, () => later(1));
    const rows = await listed({ state: "sent" });
    expect(rows.map(({ leadId }) => leadId).toSorted()).toEqual([one, other].toSorted());
    expect(rows[0]).toMatchObject({ kind: "handoff", words: null });
    expect(await listed({ state: "failed" })).toEqual([]);
    expect(await listed({ since: later(60) })).toEqual([]);
    const first = await outgoingPage(ops, connectionId, {}, { limit: 1 });
    const [row] = first.rows;
    expect(first.more).toBe(true);
    const after = { at: row?.at.toISOString() ?? "", id: row?.id ?? "" };
    const second = await outgoingPage(ops, connectionId, {}, { limit: 1, after });
    expect(second).toMatchObject({ more: false, rows: [{ state: "sent" }] });
    expect(second.rows[0]?.id).not.toBe(row?.id);
  });

  it("shows what one of them says, with what opens something masked", async () => {
    const leadId = await aRoutedLead(ops, now);
    const one = await outgoingOne(ops, connectionId, await idOf(leadId), later(1));
    const told = JSON.parse(one?.payload ?? "{}");
    expect(told).toMatchObject({ leadId, ownerEmail: rep.email });
    expect(told.note.text).toContain("CONTACT BASICS");
    expect(await outgoingOne(ops, connectionId, "nothing", now)).toBeNull();
    expect(await outgoingOne(ops, crypto.randomUUID(), await idOf(leadId), now)).toBeNull();
  });

  it("is sent again one by one or by time, and is there once", async () => {
    const leadId = await aRoutedLead(ops, now);
    const eventId = await idOf(leadId);
    const early = await sendAnew(ops, { connectionId, eventId }, later(1));
    expect(early).toMatchObject({ ok: false });
    await sendOutgoing(job, connectionId, () => later(2));
    const notes = salesforce.tables.Task.length;
    expect(await sendAnew(ops, { connectionId, eventId }, later(3))).toEqual({
      ...{ ok: true, value: { replayed: 1, waits: false } },
    });
    await sendOutgoing(job, connectionId, () => later(4));
    const span = { connectionId, from: now, to: later(60) };
    expect(await sendAnew(ops, { ...span, only: "unreadable" }, later(5))).toMatchObject({
      ok: false,
    });
    expect(await sendAnew(ops, { ...span, only: "all" }, later(5))).toMatchObject({
      value: { replayed: 1 },
    });
    await sendOutgoing(job, connectionId, () => later(6));
    expect(await listed()).toMatchObject([{ state: "sent", tries: 1 }]);
    expect(there(leadId)).toHaveLength(1);
    expect(salesforce.tables.Task).toHaveLength(notes);
  });

  it("stays unsent where it rightly was not sent, waits while it is paused, and is nobody else’s", async () => {
    const leadId = await aRoutedLead(ops, now);
    const eventId = await idOf(leadId);
    await db.update(outgoing).set({ state: "dropped" }).where(eq(outgoing.id, eventId));
    expect(await sendAnew(ops, { connectionId, eventId }, now)).toMatchObject({ ok: false });
    await db.update(outgoing).set({ state: "failed" }).where(eq(outgoing.id, eventId));
    await setPaused(admin, { connectionId, paused: true }, now);
    expect(await sendAnew(ops, { connectionId, eventId }, now)).toMatchObject({
      value: { waits: true },
    });
    await expect(sendAnew(rep, { connectionId, eventId }, now)).rejects.toThrow();
    await expect(outgoingPage(rep, connectionId, {}, { limit: 1 })).rejects.toThrow();
    await expect(outgoingOne(rep, connectionId, eventId, now)).rejects.toThrow();
    await expect(writingConnection(rep, connectionId)).rejects.toThrow();
    expect(await writingConnection(ops, connectionId)).toMatchObject({ systemLabel: "Salesforce" });
    expect(await writingConnection(ops, "nothing")).toBeNull();
  });
});
