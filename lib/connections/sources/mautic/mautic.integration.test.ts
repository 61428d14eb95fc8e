import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { did, leadOf, streamOf, valueOfLead } from "@/db/factories/read-back";
import { sourceStream } from "@/db/schema/source";
import { webhookEvent } from "@/db/schema/webhook";
import { testDatabase } from "@/db/testing/database";
import { aMauticContact } from "@/e2e/doubles/mautic";
import { aContact, connected, hitOf, mauticDesk, mauticStamp } from "@/e2e/doubles/mautic-desk";
import { mauticCall, mauticContact, mauticTest } from "@/e2e/doubles/webhook-senders";
import { testConnection } from "../../proof/commands";
import { mauticSends } from "../testing/mautic-sends";
import { later, readAll } from "../testing/reading";

const { db } = testDatabase();
const desk = mauticDesk();
const secondsAgo = (seconds: number) => mauticStamp(Date.now() - seconds * 1_000);

describe("K.1 Mautic is read back", () => {
  it("all there is, page by page, then what was added or changed since", async () => {
    desk.mautic.pageOf(2);
    const many = Array.from({ length: 5 }, () => aContact(desk, 40 * 86_400_000));
    const first = many[0];
    const end = many[4];
    if (!first || !end) throw new Error("There are none.");
    const { id } = await connected(desk);
    await readAll(id);
    expect(await valueOfLead(first.email, "C1.2")).toBe("Head of Operations");
    expect(await leadOf(end.email)).toBeDefined();
    expect(await streamOf(id, "contacts")).toMatchObject({ position: { after: 0 } });
    const { length } = desk.mautic.asked;
    const fresh = aContact(desk);
    const changed = first.one;
    changed.dateModified = new Date().toISOString();
    changed.fields.core.position.value = "Chief Operating Officer";
    await readAll(id, later(6));
    expect(await leadOf(fresh.email)).toBeDefined();
    expect(await valueOfLead(first.email, "C1.2")).toBe("Chief Operating Officer");
    const since = desk.mautic.asked.slice(length).filter(({ path }) => path === "/api/contacts");
    expect(since).toHaveLength(1);
    expect(since[0]?.query.get("where[1][expr]")).toBe("orX");
  });

  it("C3 counts what a contact did once, by webhook, by reading, and by both twice", async () => {
    const { email, one } = aContact(desk);
    const at = secondsAgo(120);
    const hit = { url: "https://nordlys.example/pricing", dateHit: at, lead: one };
    const form = { id: 3, name: "Ask for a demo", alias: "demo" };
    const submission = { form, results: { message: "Two depots" }, dateSubmitted: at };
    const stat = { dateRead: at, email: { id: 4, name: "May", subject: "News" }, lead: one };
    const { id } = await connected(desk);
    const events = {
      "mautic.page_on_hit": [{ hit, timestamp: secondsAgo(118) }],
      "mautic.form_on_submit": [{ submission: { ...submission, lead: one }, timestamp: at }],
      "mautic.email_on_open": [{ stat: { ...stat, openCount: 1 }, timestamp: at }],
    };
    await mauticSends(id, mauticCall(events));
    const told = { contactId: String(one.id), timestamp: at, eventLabel: { label: "Any" } };
    desk.mautic.events.push(
      hitOf(one.id, "/pricing", at),
      { ...told, event: "form.submitted", eventId: "form.submitted9", details: { submission } },
      {
        ...{ ...told, event: "email.read", eventId: "email.read796" },
        details: { stat: { id: "796", emailId: "4", emailName: "May", dateRead: at } },
      },
      { ...told, event: "point.gained", details: [] },
      hitOf(one.id, "/demo", at),
    );
    await readAll(id);
    await mauticSends(id, mauticCall({ ...events, "mautic.lead_points_change": [] }));
    await readAll(id, later(6));
    expect((await did(email)).map(({ kind }) => kind)).toEqual([
      ...["email_opened", "form_submitted", "page_viewed", "page_viewed"],
    ]);
    expect(await streamOf(id, "activities")).toMatchObject({ taken: 1, refused: 0 });
  });

  it("C3.1 makes no page view of a page that was not there, as its webhook does, where its table may be seen", async () => {
    const { email, one } = aContact(desk);
    const at = secondsAgo(120);
    const date_hit = at.slice(0, 19).replace("T", " ");
    const code = (path: string, of: string) => ({
      ...{ code: of, lead_id: String(one.id), date_hit },
      url: `https://nordlys.example${path}`,
    });
    desk.mautic.hits.push(code("/gone", "404"), code("/pricing", "200"));
    desk.mautic.events.push(hitOf(one.id, "/gone", at), hitOf(one.id, "/pricing", at));
    const paths = async () =>
      (await did(email)).map(({ details }) => (details as { path?: string }).path).toSorted();
    const { id } = await connected(desk);
    await readAll(id);
    expect(await paths()).toEqual(["/pricing"]);
    // Whoever may not see the table is told of all of them, and nothing stops.
    desk.mautic.deny.add("/api/stats/page_hits");
    desk.mautic.events.push(hitOf(one.id, "/later", secondsAgo(10)));
    await readAll(id, later(6));
    expect(await paths()).toEqual(["/gone", "/later", "/pricing"]);
    expect(await streamOf(id, "activities")).toMatchObject({ failure: null, refused: 0 });
  });

  it("takes nothing of a test payload, whose people are samples, and says that one arrived", async () => {
    const { id } = await connected(desk);
    const email = `sample.${randomUUID()}@formsubmit.example`;
    await mauticSends(id, mauticTest(email, new Date()));
    expect(await leadOf(email)).toBeUndefined();
    const events = await db.select().from(webhookEvent).where(eq(webhookEvent.connectionId, id));
    expect(events).toMatchObject([
      { state: "taken", words: "a test arrived; nothing of it is taken" },
    ]);
  });

  it("follows each type's own pages, a month at a time, and forgets nobody who is no lead yet", async () => {
    desk.mautic.pageOf(2);
    const { email, one } = aContact(desk);
    const nobody = aMauticContact(9_000, null, new Date());
    for (const seconds of [10, 20, 30, 40 * 86_400])
      desk.mautic.events.push(hitOf(one.id, `/${seconds}`, secondsAgo(seconds)));
    desk.mautic.events.push(hitOf(nobody.id, "/early", secondsAgo(60)));
    const { id } = await connected(desk);
    await readAll(id);
    expect(await did(email)).toHaveLength(4);
    const known = aMauticContact(nobody.id, `known.${randomUUID()}@nordlys.example`, new Date());
    desk.mautic.contacts.push(known);
    await readAll(id, later(6));
    expect(await did(String(known.fields.core.email.value))).toHaveLength(1);
  });

  it("is not read where no address is given, and then only calls", async () => {
    const { id, admin } = await connected(desk, { address: "" });
    expect(await db.select().from(sourceStream).where(eq(sourceStream.connectionId, id))).toEqual(
      [],
    );
    expect(await testConnection(admin, { connectionId: id }, new Date())).toMatchObject({
      value: { works: null },
    });
  });
});

describe("K.1 What is merged in Mautic", () => {
  /** Two contacts who are one person, each a lead here with a page that it read. */
  async function twoOfOne(given: Record<string, string> = {}) {
    const [kept, gone] = [aContact(desk), aContact(desk)];
    desk.mautic.events.push(hitOf(gone.one.id, "/early", secondsAgo(3 * 3_600)));
    desk.mautic.events.push(hitOf(gone.one.id, "/late", secondsAgo(60)));
    desk.mautic.events.push(hitOf(kept.one.id, "/own", secondsAgo(50)));
    const { id, admin } = await connected(desk, given);
    await readAll(id);
    const before = { kept: await leadOf(kept.email), gone: await leadOf(gone.email) };
    return { id, admin, kept, gone, before };
  }
  const paths = async (email: string) =>
    (await did(email)).map(({ details }) => ("path" in details ? details.path : "")).toSorted();

  it("is one lead here, with what both did once, though Mautic tells it again as the other's", async () => {
    const { id, kept, gone, before } = await twoOfOne();
    desk.mautic.merge(gone.one.id, kept.one.id, new Date());
    await readAll(id, later(6));
    await readAll(id, later(12));
    // Looking two days back once more.
    desk.mautic.clockIsOff(7 * 3_600_000);
    await readAll(id, later(7 * 60));
    await readAll(id, later(7 * 60 + 6));
    expect(await paths(kept.email)).toEqual(["/early", "/late", "/own"]);
    // Its address is a name of the one that stays.
    expect((await leadOf(kept.email))?.id).toBe(before.kept?.id);
    expect(await leadOf(gone.email)).toBeUndefined();
    expect(await streamOf(id, "merges")).toMatchObject({
      ...{ failure: null, words: "1 merge, followed here", taken: 1 },
    });
  });

  it("is asked after at once where a webhook says that a contact was deleted, and tells no activity twice", async () => {
    const { id, kept, gone } = await twoOfOne();
    desk.mautic.merge(gone.one.id, kept.one.id, new Date());
    const plain = { id: 777_777, contact: mauticContact(777_777, null) };
    await mauticSends(
      id,
      mauticCall({
        "mautic.lead_post_delete": [{ id: gone.one.id, contact: gone.one }, plain],
      }),
    );
    const [event] = await db.select().from(webhookEvent).where(eq(webhookEvent.connectionId, id));
    expect(event).toMatchObject({
      ...{ state: "taken", words: "2 contacts deleted there, which stay here" },
    });
    await readAll(id);
    expect(await leadOf(gone.email)).toBeUndefined();
    await readAll(id, later(6));
    expect(await paths(kept.email)).toEqual(["/early", "/late", "/own"]);
  });

  it("takes an administrator to be read, which is said, and whoever was deleted stays a lead", async () => {
    desk.mautic.deny.add("/api/stats/audit_log");
    const { id, admin, kept, gone } = await twoOfOne();
    desk.mautic.merge(gone.one.id, kept.one.id, new Date());
    await readAll(id, later(6));
    expect(await leadOf(gone.email)).toBeDefined();
    expect((await streamOf(id, "merges")).failure).toContain("to administrators only");
    const words = expect.stringContaining("let an administrator sign in, or leave out ‘merges’");
    expect(await testConnection(admin, { connectionId: id }, new Date())).toMatchObject({
      value: { works: false, words },
    });
    const without = await twoOfOne({ leaveOut: "merges" });
    expect(
      await testConnection(without.admin, { connectionId: without.id }, new Date()),
    ).toMatchObject({ value: { works: true } });
  });
});
