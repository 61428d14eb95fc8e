import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { did, leadOf, streamOf } from "@/db/factories/read-back";
import { sourceRecord, sourceStream } from "@/db/schema/source";
import { testDatabase } from "@/db/testing/database";
import { HUBSPOT_FAULTS } from "@/e2e/doubles/hubspot";
import { aContact, connected, hubspotDesk, OBJECTS } from "@/e2e/doubles/hubspot-desk";
import { healthOfAll } from "@/lib/enrichment/health/commands";
import { removeConnection, setPaused } from "../../commands";
import { claimStream } from "../commands";
import { dueConnections } from "../queries";
import { readConnection } from "../read";
import { takePage } from "../taking/commands";
import { later, READER, readAll } from "../testing/reading";
import { hubspot as system } from "./hubspot";

const { db } = testDatabase();
const desk = hubspotDesk();

describe("K.5 HubSpot’s bad days", () => {
  it("finds what shows up hours late: a mail, a page, and a form that was filled in weeks ago", async () => {
    const { account } = desk.hubspot;
    const { id: contactId, email } = aContact(desk);
    const ago = (hours: number) => Date.now() - hours * 3_600_000;
    const values = [{ name: "email", value: email }];
    const form = { id: "late", name: "Demo", submissions: [{ submittedAt: ago(1), values }] };
    account.forms.push(form);
    const id = await connected(desk, { leaveOut: "companies" });
    await readAll(id);
    expect(await did(email)).toHaveLength(1);
    account.emails.push({
      ...{ id: "late", type: "OPEN", recipient: email, emailCampaignId: 12, created: ago(5) },
    });
    account.pages.push({
      ...{ id: `leviathan-${randomUUID()}`, objectId: contactId },
      occurredAt: new Date(ago(20)).toISOString(),
      properties: { hs_url: "https://nordlys.example/pricing" },
    });
    form.submissions.push({ submittedAt: ago(20 * 24), values });
    const readIn = (hours: number) => {
      desk.hubspot.clockIsOff(hours * 3_600_000);
      return readAll(id, later(hours * 60));
    };
    for (const hours of [1, 7, 13, 25, 25.1]) await readIn(hours);
    expect((await did(email)).map(({ kind }) => kind)).toEqual([
      ...["email_opened", "form_submitted", "form_submitted", "page_viewed"],
    ]);
    // Most of the time no more than the last hour is asked for again.
    await readIn(26);
    const last = desk.hubspot.asked.findLast(({ path }) => path === "/email/public/v1/events");
    const from = Number(last?.query.get("startTimestamp"));
    expect(from).toBeGreaterThan(later(23.5 * 60).getTime());
  });

  it("takes a page in once where two processes read it, as after one that was thought dead", async () => {
    const one = aContact(desk);
    const id = await connected(desk, OBJECTS);
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

  it("is known as far as it was before while it is looked two days back", async () => {
    const changed = later(-300).toISOString();
    for (let number = 0; number <= 100; number += 1) aContact(desk, { lastmodifieddate: changed });
    const id = await connected(desk, { leaveOut: "companies, forms, emails, pages" });
    await readAll(id);
    const { readUntil } = await streamOf(id, "contacts");
    desk.hubspot.clockIsOff(6.1 * 3_600_000);
    await readAll(id, later(6.1 * 60));
    const reply = HUBSPOT_FAULTS["half a body"];
    desk.hubspot.failAfter({ on: /search$/, answered: 1, reply });
    await readAll(id, later(6.2 * 60));
    desk.hubspot.failAfter(null);
    const stream = await streamOf(id, "contacts");
    expect(stream.failure).toContain("broke off");
    expect(stream.readUntil?.getTime()).toBeGreaterThanOrEqual(readUntil?.getTime() ?? Number.NaN);
  });

  it("is asked for the subjects of many mails side by side, so that slow answers do not stop their stream", async () => {
    const { email } = aContact(desk);
    const many = 20;
    for (let number = 1; number <= many; number += 1)
      desk.hubspot.account.emails.push({
        ...{ id: `mail-${number}`, type: "OPEN", recipient: email, emailCampaignId: number },
        created: Date.now() - number * 60_000,
      });
    const id = await connected(desk, { leaveOut: "companies, forms, pages" });
    const { length } = desk.hubspot.asked;
    const { arrived, release } = desk.hubspot.holdBack(/campaigns/);
    const reading = readAll(id);
    await arrived;
    const asked = () =>
      desk.hubspot.asked.slice(length).filter(({ path }) => path.includes("campaigns"));
    await vi.waitFor(() => expect(asked()).toHaveLength(many), { timeout: 5_000 });
    release();
    await reading;
    const subjects = (await did(email)).map(
      ({ details }) => (details as { subject?: string }).subject,
    );
    expect(new Set(subjects).size).toBe(many);
  });

  it("is not blamed where a job ends before its answer comes, and the next one asks again at once", async () => {
    const one = aContact(desk);
    const id = await connected(desk, OBJECTS);
    const { arrived, release } = desk.hubspot.holdBack(/./);
    const job = new AbortController();
    const reading = readConnection(
      READER,
      id,
      { clock: () => new Date(), random: () => 1 },
      job.signal,
    );
    await arrived;
    job.abort();
    await reading;
    release();
    expect(await streamOf(id, "companies")).toMatchObject({ failure: null, failures: 0 });
    expect((await healthOfAll(READER)).get(id)).toBeUndefined();
    expect((await dueConnections(READER, new Date())).due).toContain(id);
    await readAll(id);
    expect(await leadOf(one.email)).toBeDefined();
  });

  it("rests while it is paused, is due again once it is resumed, and is forgotten once removed", async () => {
    const one = aContact(desk);
    const id = await connected(desk, OBJECTS);
    await setPaused(desk.admin, { connectionId: id, paused: true }, new Date());
    await readAll(id);
    expect(await leadOf(one.email)).toBeUndefined();
    expect((await dueConnections(READER, later(60))).due).not.toContain(id);
    await setPaused(desk.admin, { connectionId: id, paused: false }, new Date());
    expect((await dueConnections(READER, new Date())).due).toContain(id);
    await readAll(id);
    expect(await leadOf(one.email)).toBeDefined();
    await removeConnection(desk.admin, { connectionId: id }, new Date());
    for (const table of [sourceStream, sourceRecord])
      expect(await db.select().from(table).where(eq(table.connectionId, id))).toEqual([]);
    await readAll(id);
  });
});
